package org.lamplight.local.e2e;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaBook;
import org.lamplight.release.plan.Ladder;
import org.lamplight.schemas.Facets;
import org.lamplight.schemas.ReportKind;

/** Reports, straight into the table that the sink keeps; most in a few wards. */
final class StoredReports {
    private static final String INSERT = """
            insert into lamplight.incident (id, source, kind, categories, force, areas, occurred_from, occurred_to,
                first_day, last_day, received_at, reasons, premises, other_codes, kafka_partition, kafka_offset)
            values (?, ?, ?, ?, 'E23000022', ?, ?::date, ?::date, ?::date, ?::date, ?::date, '{}',
                ?, 0, 0, 0)
            """;

    private StoredReports() {}

    /** Adds so many retail submissions that happened from a day on, over so many days. */
    static void retail(DataSource database, int reports, LocalDate from, int days) throws SQLException {
        insert(database, "retail", ReportKind.RETAIL_SUBMISSION, reports, from, days);
    }

    /** Adds so many safety concerns, of which a release is planned much faster. */
    static void concerns(DataSource database, int reports, LocalDate from, int days) throws SQLException {
        insert(database, "streetsafe", ReportKind.SAFETY_CONCERN, reports, from, days);
    }

    private static void insert(
            DataSource database, String source, ReportKind kind, int reports, LocalDate from, int days)
            throws SQLException {
        Random random = new Random(7);
        List<Area> wards = Ladder.of(AreaBook.northamptonshire()).wards();
        List<String> facets = Facets.of(kind);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            for (int i = 0; i < reports; i++) {
                Area ward = wards.get((int) (wards.size() * Math.pow(random.nextDouble(), 2)));
                String facet = facets.get((int) (facets.size() * Math.pow(random.nextDouble(), 4)));
                String on = from.plusDays(random.nextInt(days)).toString();
                insert.setString(1, source + "-" + i);
                insert.setString(2, source);
                insert.setString(3, kind.name());
                insert.setArray(4, connection.createArrayOf("text", new String[] {source, source + "." + facet}));
                insert.setArray(5, connection.createArrayOf("text", new String[] {
                    ward.code(), ward.parent().orElseThrow(), "E23000022"
                }));
                for (int column = 6; column <= 10; column++) {
                    insert.setString(column, on);
                }
                boolean inAShop = kind == ReportKind.RETAIL_SUBMISSION;
                insert.setString(11, inAShop ? "shop-" + ward.code() + "-" + random.nextInt(12) : null);
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
    }
}
