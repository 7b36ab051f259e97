package org.lamplight.bench.whole;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the tables of the reporting database count of the retail source.
 *
 * @param incidents reports
 * @param months those of each month in the force
 * @param recent those of the last 56 days in all cells of the surface
 */
record Counts(long incidents, Map<YearMonth, Long> months, long recent) {
    private static final int RECENT_DAYS = 56;
    private static final String MONTHS = """
            select first_day, observed from lamplight.trend
            where category = ? and area_kind = 'FORCE' and period = 'MONTH' and observed > 0
            """;
    private static final String RECENT =
            "select coalesce(sum(cell_count56), 0) from lamplight.hotspot where category = ?";
    private static final String INCIDENTS = "select count(*) from lamplight.incident";

    /** What so many reports on each day come to, and no others. */
    static Counts of(Map<LocalDate, Integer> days, LocalDate today) {
        Map<YearMonth, Long> months = new TreeMap<>();
        days.forEach((day, reports) -> months.merge(YearMonth.from(day), (long) reports, Long::sum));
        months.values().removeIf(reports -> reports == 0);
        LocalDate first = today.minusDays(RECENT_DAYS - 1L);
        long recent = days.entrySet().stream()
                .filter(entry -> !entry.getKey().isBefore(first))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new Counts(total(months), months, recent);
    }

    /** What the tables say; of incidents only when everything else is as wanted, for they take long to count. */
    static Counts read(Connection connection, Counts wanted) throws SQLException {
        Map<YearMonth, Long> months = months(connection);
        long recent = recent(connection);
        boolean rest = months.equals(wanted.months) && recent == wanted.recent;
        return new Counts(rest ? incidents(connection) : 0, months, recent);
    }

    /** Reports of all months. */
    long inMonths() {
        return total(months);
    }

    private static long total(Map<YearMonth, Long> months) {
        return months.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<YearMonth, Long> months(Connection connection) throws SQLException {
        Map<YearMonth, Long> months = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(MONTHS)) {
            query.setString(1, Submissions.SOURCE);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    months.put(YearMonth.from(rows.getDate(1).toLocalDate()), rows.getLong(2));
                }
            }
        }
        return months;
    }

    private static long recent(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(RECENT)) {
            query.setString(1, Submissions.SOURCE);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static long incidents(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery(INCIDENTS)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
