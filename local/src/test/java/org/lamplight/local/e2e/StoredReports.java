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

/** Retail submissions, straight into the table that the sink keeps; most in a few wards. */
final class StoredReports {
    private static final String INSERT = """
            insert into lamplight.incident (id, source, kind, categories, force, areas, occurred_from, occurred_to,
                first_day, last_day, received_at, reasons, premises, other_codes, kafka_partition, kafka_offset)
            values (?, 'retail', 'RETAIL_SUBMISSION', ?, 'E23000022', ?, ?::date, ?::date, ?::date, ?::date, ?::date, '{}',
                ?, 0, 0, 0)
            """;

    private StoredReports() {}

    /** Adds so many that happened from a day on, over so many days. */
    static void insert(DataSource database, int reports, LocalDate from, int days) throws SQLException {
        Random random = new Random(7);
        List<Area> wards = Ladder.of(AreaBook.northamptonshire()).wards();
        List<String> facets = Facets.of(ReportKind.RETAIL_SUBMISSION);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            for (int i = 0; i < reports; i++) {
                Area ward = wards.get((int) (wards.size() * Math.pow(random.nextDouble(), 2)));
                String facet = facets.get((int) (facets.size() * Math.pow(random.nextDouble(), 4)));
                String on = from.plusDays(random.nextInt(days)).toString();
                insert.setString(1, "report-" + i);
                insert.setArray(2, connection.createArrayOf("text", new String[] {"retail", "retail." + facet}));
                insert.setArray(3, connection.createArrayOf("text", new String[] {
                    ward.code(), ward.parent().orElseThrow(), "E23000022"
                }));
                for (int column = 4; column <= 8; column++) {
                    insert.setString(column, on);
                }
                insert.setString(9, "shop-" + ward.code() + "-" + random.nextInt(12));
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
    }
}
