package org.lamplight.local.kill;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.lamplight.local.parts.StartException;

/** Reads the reporting database. */
public final class ReportTables {
    private final String url;
    private final String password;

    public ReportTables(String url, String password) {
        this.url = url;
        this.password = password;
    }

    /** What is read from a row. */
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** How many rows of all sources have come through. */
    public long rowsTaken() {
        return one("select coalesce(sum(accepted + superseded + rejected), 0) from lamplight.feed_health");
    }

    public long rejected() {
        return one("select count(*) from lamplight.rejected_row");
    }

    /** The reports that stand, by id. */
    public Map<String, Report> incidents() {
        String sql = "select id, source, cell, occurred_from, occurred_to, value_stolen_pence, outcome_type"
                + " from lamplight.incident";
        return map(sql, ReportTables::report);
    }

    /** Reports in the force, by source and month. */
    public Map<String, Long> months() {
        String sql = """
                select category || ' ' || to_char(first_day, 'YYYY-MM'), observed from lamplight.trend
                where period = 'MONTH' and area_kind = 'FORCE' and category not like '%.%' and observed > 0
                """;
        return map(sql, row -> row.getLong(2));
    }

    /** Reports in the cells of the surfaces in the 56 days to the date of each, by source. */
    public Map<String, Long> surfaces() {
        String sql = """
                select category || ' ' || max(as_of), sum(cell_count56) from lamplight.hotspot
                where category not like '%.%' group by category
                """;
        return map(sql, row -> row.getLong(2));
    }

    public static String month(String source, LocalDate day) {
        return source + " " + YearMonth.from(day);
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getString("source"),
                row.getString("cell"),
                row.getTimestamp("occurred_from").toInstant(),
                row.getTimestamp("occurred_to").toInstant(),
                row.getObject("value_stolen_pence", Long.class),
                row.getString("outcome_type"));
    }

    private long one(String sql) {
        return Objects.requireNonNull(
                map("select 'one', (" + sql + ")", row -> row.getLong(2)).get("one"));
    }

    private <T> Map<String, T> map(String sql, Reader<T> reader) {
        try (Connection connection = DriverManager.getConnection(url, "lamplight", password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            Map<String, T> map = new HashMap<>();
            while (rows.next()) {
                map.put(rows.getString(1), reader.read(rows));
            }
            return map;
        } catch (SQLException e) {
            throw new StartException("The database does not answer: " + e.getMessage(), e);
        }
    }
}
