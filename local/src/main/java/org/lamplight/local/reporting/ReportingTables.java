package org.lamplight.local.reporting;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lamplight.local.parts.StartException;
import org.lamplight.local.reporting.Query.Where;
import org.lamplight.local.terminal.Table;
import org.lamplight.local.terminal.Table.Column;

/** Asks the views of the reporting database. */
public final class ReportingTables implements AutoCloseable {
    private static final String OF_COUNCIL = "(council_code = ? or council_name ilike ?)";
    private static final String OF_WARD = "(ward_code = ? or ward_name ilike ?)";
    /** A source's own series has no facet in its name. */
    private static final String SOURCES_ONLY = "category not like '%.%'";

    private static final List<String> EVALUATION = List.of(
            "evaluation",
            "category",
            "outcome_set",
            "basis",
            "treated",
            "comparison",
            "buffer",
            "before_from",
            "before_to",
            "after_from",
            "after_to",
            "treated_before",
            "treated_after",
            "comparison_before",
            "comparison_after",
            "buffer_before",
            "buffer_after",
            "ratio_of_ratios",
            "ratio_low",
            "ratio_high",
            "difference",
            "difference_low",
            "difference_high",
            "buffer_difference",
            "total_difference",
            "total_low",
            "total_high",
            "dispersion",
            "treated_rate_before",
            "treated_rate_after",
            "rate_difference",
            "rate_difference_low",
            "rate_difference_high",
            "rate_difference_p",
            "trend_before_ratio",
            "trend_before_low",
            "trend_before_high",
            "explanation",
            "caution");

    private static final List<Column> SENTENCES = List.of(text("what"), text("explanation"), text("caution"));

    private final Connection connection;

    private ReportingTables(Connection connection) {
        this.connection = connection;
    }

    /**
     * Connects.
     *
     * @throws StartException if the database does not answer
     */
    public static ReportingTables connect(String url, String user, String password) {
        try {
            return new ReportingTables(DriverManager.getConnection(url, user, password));
        } catch (SQLException e) {
            throw new StartException(
                    "The reporting database does not answer at %s. Is Lamplight running? Start it with: lamplight up"
                            .formatted(url),
                    e);
        }
    }

    /** What comes first among hotspots. */
    public enum HotspotOrder {
        /** The most reports over a long time. */
        RANK("rank_all"),
        /** The least likely rise. */
        CHANGE("emergence_p nulls last, rank_all");

        private final String columns;

        HotspotOrder(String columns) {
            this.columns = columns;
        }
    }

    /** Where reports concentrate: the first cells of each category. */
    public Table hotspots(Filter filter, HotspotOrder order) {
        String shown = """
                category, place, ward_name, council_name, cell, cell_count_7, cell_count_28, cell_count_56, disk_count_28,
                expected_28, intensity, status, emerging_class""";
        List<Column> columns = List.of(
                text("category"),
                number(order == HotspotOrder.RANK ? "rank" : "place"),
                text("ward"),
                text("council"),
                text("cell"),
                number("7 days"),
                number("28 days"),
                number("56 days"),
                number("28 days with ring"),
                number("expected"),
                number("intensity"),
                text("status"),
                text("class"));
        return firstHotspots(filter, order, shown, columns);
    }

    /** What there is to say of them: a heading, an explanation and, where there is one, a caution. */
    public Table hotspotSentences(Filter filter, HotspotOrder order) {
        String shown = """
                concat_ws(', ', category || ' ' || place, ward_name, council_name, cell,
                    nullif(status, 'NONE'), nullif(emerging_class, 'NONE')),
                explanation, caution""";
        return firstHotspots(filter, order, shown, SENTENCES);
    }

    private Table firstHotspots(Filter filter, HotspotOrder order, String shown, List<Column> columns) {
        Where where = ofCells(filter);
        String sql = """
                select %s
                from (
                    select *, row_number() over (partition by category order by %s) as place
                    from analyst.hotspot %s) as ranked
                where place <= %d
                order by category, place
                """.formatted(shown, order.columns, where.clause(), filter.top());
        return ask(new Query(sql, where.parameters(), columns));
    }

    /** The alerts, open ones first: a heading, an explanation and, where there is one, a caution. */
    public Table alerts(Filter filter) {
        Where where = ofCells(filter);
        String sql = """
                select concat_ws(', ', category || ': ' || name, council_name, lower(state), 'opened ' || opened_on,
                    'last ' || last_alert_on, alert), explanation, caution
                from analyst.alert %s
                order by state = 'CLOSED', category, emergence_p
                limit %d
                """.formatted(where.clause(), filter.top());
        return ask(new Query(sql, where.parameters(), SENTENCES));
    }

    private static Where ofCells(Filter filter) {
        Where where = new Where()
                .and("category = ?", filter.category())
                .and(OF_COUNCIL, filter.council())
                .and(OF_WARD, filter.ward());
        return filter.category().isEmpty() ? where.and(SOURCES_ONLY) : where;
    }

    /** How each area and category develops: the last periods. */
    public Table trends(Filter filter, String period) {
        Where where = trendsWhere(filter).and("period = ?", Optional.of(period.toUpperCase(Locale.ROOT)));
        String sql = """
                select category, area_name, first_day, last_day, complete, observed, expected, ratio, status, nowcast,
                    direction, rate_per_1000
                from (
                    select *, row_number() over (
                        partition by category, area_code order by first_day desc) as back
                    from opfcc.trend %s) as recent
                where back <= %d
                order by category, area_name, first_day
                """.formatted(where.clause(), filter.top());
        List<Column> columns = List.of(
                text("category"),
                text("area"),
                text("from"),
                text("to"),
                text("complete"),
                number("reports"),
                number("expected by now"),
                number("ratio"),
                text("status"),
                number("in the end"),
                text("direction"),
                number("per 1,000 residents"));
        return ask(new Query(sql, where.parameters(), columns));
    }

    /** What the last weeks of each area and category say: a heading, an explanation and, where there is one, a caution. */
    public Table trendSentences(Filter filter) {
        Where where = trendsWhere(filter).and("explanation is not null");
        String sql = """
                select concat_ws(', ', category || ': ' || area_name, first_day || ' to ' || last_day,
                    nullif(status, 'NONE'), nullif(direction, 'NO_CLEAR_CHANGE')), explanation, caution
                from (
                    select *, row_number() over (
                        partition by category, area_code order by first_day desc) as back
                    from opfcc.trend %s) as recent
                where back <= %d
                order by category, area_name, first_day
                """.formatted(where.clause(), filter.top());
        return ask(new Query(sql, where.parameters(), SENTENCES));
    }

    private static Where trendsWhere(Filter filter) {
        Where where = new Where()
                .and("category = ?", filter.category())
                .and(areaCondition(filter), filter.ward().or(filter::council));
        if (filter.category().isEmpty()) {
            where.and(SOURCES_ONLY);
        }
        if (filter.ward().isEmpty() && filter.council().isEmpty()) {
            where.and("area_kind in ('COUNCIL', 'FORCE')");
        }
        return where;
    }

    /** What came of the evaluations, all or one of them: a column for each of the view's. */
    public Table evaluations(Optional<String> name) {
        Where where = new Where().and("evaluation = ?", name);
        // Rates are small: two decimals would not do.
        String columns = EVALUATION.stream()
                .map(column -> column.contains("rate_") ? "round(" + column + "::numeric, 4)" : column)
                .collect(Collectors.joining(", "));
        String sql =
                "select " + columns + " from opfcc.evaluation " + where.clause() + " order by evaluation, category";
        return ask(new Query(
                sql,
                where.parameters(),
                EVALUATION.stream().map(ReportingTables::text).toList()));
    }

    /** How each source is doing. */
    public Table sources() {
        String sql = """
                select source, incidents, accepted, corrected, withdrawn, superseded, rejected, rejected_percent,
                    other_codes, late, lag_p50_seconds / 3600.0::double precision, to_char(last_received_at, 'YYYY-MM-DD HH24:MI TZ')
                from analyst.feed_health
                order by source
                """;
        List<Column> columns = List.of(
                text("source"),
                number("reports"),
                number("accepted"),
                number("corrected"),
                number("withdrawn"),
                number("superseded"),
                number("rejected"),
                number("rejected %"),
                number("unknown codes"),
                number("late"),
                number("median delay, hours"),
                text("last received"));
        return ask(new Query(sql, List.of(), columns));
    }

    /** What has been released to partners. */
    public Table releases() {
        String sql = """
                select release, as_of, to_char(published_at, 'YYYY-MM-DD HH24:MI TZ'), count(*),
                    count(*) filter (where withheld), count(*) filter (where is_final), sha256
                from partner.release join partner.trend using (release)
                group by release, as_of, published_at, sha256
                order by published_at
                """;
        List<Column> columns = List.of(
                text("release"),
                text("as of"),
                text("published"),
                number("rows"),
                number("withheld"),
                number("final"),
                text("sha256"));
        return ask(new Query(sql, List.of(), columns));
    }

    /** How many rows of all sources have come through: taken, superseded or rejected. */
    public long rowsTaken() {
        String sql = "select coalesce(sum(accepted + superseded + rejected), 0) from analyst.feed_health";
        List<List<String>> rows =
                ask(new Query(sql, List.of(), List.of(number("rows")))).rows();
        return Long.parseLong(rows.get(0).get(0));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static String areaCondition(Filter filter) {
        String kind = filter.ward().isPresent() ? "WARD" : "COUNCIL";
        return "(area_kind = '" + kind + "' and (area_code = ? or area_name ilike ?))";
    }

    private Table ask(Query query) {
        try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
            for (int i = 0; i < query.parameters().size(); i++) {
                statement.setObject(i + 1, query.parameters().get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                return new Table(query.columns(), read(rows, query.columns().size()));
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static List<List<String>> read(ResultSet rows, int columns) throws SQLException {
        List<List<String>> table = new ArrayList<>();
        while (rows.next()) {
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                row.add(shown(rows.getObject(i)));
            }
            table.add(row);
        }
        return table;
    }

    private static String shown(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        return value instanceof Double number ? String.format(Locale.ROOT, "%.2f", number) : value.toString();
    }

    private static StartException failure(SQLException e) {
        return new StartException("The reporting database cannot answer: " + e.getMessage(), e);
    }

    private static Column text(String name) {
        return new Column(name, false);
    }

    private static Column number(String name) {
        return new Column(name, true);
    }
}
