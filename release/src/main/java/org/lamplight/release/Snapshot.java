package org.lamplight.release;

import static java.util.Comparator.naturalOrder;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.lamplight.release.plan.Completeness;
import org.lamplight.release.plan.Counts;
import org.lamplight.release.plan.Family;
import org.lamplight.release.plan.Ladder;
import org.lamplight.release.plan.Protection;
import org.lamplight.schemas.Facets;
import org.lamplight.schemas.ReleasedTrend;
import org.lamplight.schemas.ReportKind;

/**
 * Everything that a release is made from, as it all stood at one moment.
 *
 * @param families the sources that are released
 * @param counts the reports that stand
 * @param completeness how much has arrived
 * @param history every row that was ever released
 */
record Snapshot(List<Family> families, Counts counts, Completeness completeness, List<ReleasedTrend> history) {
    private static final int ROWS_AT_A_TIME = 10_000;

    // A late report of long ago was made when its source reported already, so it tells nothing of when that began.
    private static final String SOURCES = """
            select source, kind,
                min(coalesce((reported_at at time zone 'Europe/London')::date, first_day)) as reported,
                (select min(released.first_day) from lamplight.released where category = source) as released
            from lamplight.incident
            group by source, kind
            order by source, kind
            """;

    /** Reads the reporting database in one transaction; needs memory for the cells, not for the reports. */
    static Snapshot take(Jdbi database, Ladder ladder, ReleaseSettings settings, LocalDate asOf, SecretKey key) {
        return database.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            handle.setReadOnly(true);
            List<Family> families = families(handle, settings, asOf);
            Tallies tallies = new Tallies(ladder, families, settings.withoutConsent(), new ReportKeys(key));
            handle.createQuery(StandingReport.QUERY)
                    .bind(
                            "from",
                            families.stream()
                                    .map(Family::from)
                                    .min(naturalOrder())
                                    .orElse(asOf))
                    .setFetchSize(ROWS_AT_A_TIME)
                    .map((row, context) -> StandingReport.read(row))
                    .forEach(tallies::add);
            return new Snapshot(
                    families,
                    tallies,
                    WeeklyCompleteness.read(handle, ladder.county().code()),
                    ReleasedRows.all(handle));
        });
    }

    /** A family for each source that has ever sent a report, with every facet of its kind: none appears by a report. */
    private static List<Family> families(Handle handle, ReleaseSettings settings, LocalDate asOf) {
        return handle
                .createQuery(SOURCES)
                .map((row, context) -> family(
                        row.getString("source"),
                        ReportKind.valueOf(row.getString("kind")),
                        settings,
                        settings.from(
                                asOf,
                                row.getObject("reported", LocalDate.class),
                                Optional.ofNullable(row.getObject("released", LocalDate.class)))))
                .stream()
                .filter(family -> settings.product(family.source()).enabled())
                .toList();
    }

    private static Family family(String source, ReportKind kind, ReleaseSettings settings, LocalDate from) {
        Product product = settings.product(source);
        Stream<String> facets = Facets.of(kind).stream().map(facet -> source + "." + facet);
        return new Family(
                source,
                kind,
                Stream.concat(Stream.of(source), facets).toList(),
                product.periods().kinds(),
                Protection.of(kind, product.method()),
                from);
    }
}
