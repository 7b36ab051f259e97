package org.lamplight.release;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.lamplight.schemas.ReportKind;

/**
 * What a release needs to know of a report: the version that stands.
 *
 * @param id its pseudonym
 * @param source id of its source
 * @param kind its kind
 * @param categories the categories it counts in
 * @param areas codes of the areas it lies in; only the force where its place is not known
 * @param firstDay first local date on which it may have happened
 * @param lastDay last such date
 * @param consented whether the person agreed that police and council may see it; true where nobody is asked
 * @param premises pseudonym of the shop; null where there is none
 */
record StandingReport(
        String id,
        String source,
        ReportKind kind,
        List<String> categories,
        List<String> areas,
        LocalDate firstDay,
        LocalDate lastDay,
        boolean consented,
        String premises) {

    /** Those that may lie in a period from a day on. */
    static final String QUERY = """
            select id, source, kind, categories, areas, first_day, last_day, premises,
                kind <> 'HATE_REFERRAL'
                    or (coalesce(police_consent, false) and coalesce(council_consent, false)) as consented
            from lamplight.incident
            where first_day >= :from
            """;

    static StandingReport read(ResultSet row) throws SQLException {
        return new StandingReport(
                row.getString("id"),
                row.getString("source"),
                ReportKind.valueOf(row.getString("kind")),
                texts(row.getArray("categories")),
                texts(row.getArray("areas")),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getBoolean("consented"),
                row.getString("premises"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
