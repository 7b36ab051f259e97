package org.lamplight.bench.sink;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.avro.Schema;
import org.lamplight.local.parts.EmbeddedDatabase;
import org.lamplight.schemas.Hotspot;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;
import org.lamplight.schemas.Trend;

/**
 * The tables of hotspots and trends in one of the databases.
 *
 * @param source connections
 * @param hotspot name of the table of hotspots
 * @param hotspotCount its column of counts
 * @param trend name of the table of trends
 * @param firstDay its column of periods' first days
 */
record Tables(DataSource source, String hotspot, String hotspotCount, String trend, String firstDay) {
    private static final Duration LOOK = Duration.ofMillis(50);
    /** Some ten minutes. */
    private static final int MOST_LOOKS = 12_000;
    /** A worker that is asked how it is has less time for its work. */
    private static final int LOOKS_PER_CHECK = 100;

    /** Ours. */
    static Tables ours(Postgres postgres) {
        return new Tables(
                postgres.source(EmbeddedDatabase.NAME),
                "lamplight.hotspot",
                "cell_count28",
                "lamplight.trend",
                "first_day");
    }

    /**
     * The same with the names that Debezium finds tables and columns by. It does not say where a row came from, so those
     * columns fill themselves.
     */
    static Tables debezium(Postgres postgres) throws SQLException {
        Tables tables = new Tables(
                postgres.source(Postgres.DEBEZIUM),
                "public.analyst_hotspot",
                "\"cellCount28\"",
                "public.analyst_trend",
                "\"firstDay\"");
        try (Connection connection = tables.source.getConnection();
                Statement statement = connection.createStatement()) {
            rename(statement, "hotspot", Topics.HOTSPOT);
            rename(statement, "trend", Topics.TREND);
        }
        return tables;
    }

    void truncate() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate " + hotspot + ", " + trend);
        }
    }

    /** Waits until there are rows, and says how many. */
    long awaitFirst(Runnable check) throws SQLException, InterruptedException {
        String count = "(select count(*) from " + hotspot + ") + (select count(*) from " + trend + ")";
        try (Connection connection = source.getConnection();
                PreparedStatement any = connection.prepareStatement("select " + count + " > 0");
                PreparedStatement all = connection.prepareStatement("select " + count)) {
            await(any, check);
            try (ResultSet found = all.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    /** Waits until these can be seen. */
    void await(List<AnalyticRow> rows, Runnable check) throws SQLException, InterruptedException {
        String ofHotspot = "select exists (select from " + hotspot
                + " where force = ? and category = ? and cell = ? and " + hotspotCount + " = ?)";
        String ofTrend = "select exists (select from " + trend + " where area = ? and category = ? and " + firstDay
                + " = ? and observed = ? and period = 'WEEK')";
        try (Connection connection = source.getConnection();
                PreparedStatement hotspots = connection.prepareStatement(ofHotspot);
                PreparedStatement trends = connection.prepareStatement(ofTrend)) {
            for (AnalyticRow row : rows) {
                PreparedStatement query = row.value() instanceof Hotspot ? hotspots : trends;
                bind(query, row);
                await(query, check);
            }
        }
    }

    /** Fails if what stands in them is not what must. */
    void verify(Backlog backlog) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*), sum(n) from (select " + hotspotCount
                        + " as n from " + hotspot + " union all select observed from " + trend + ") as counts")) {
            found.next();
            if (found.getLong(1) != backlog.keys() || found.getLong(2) != backlog.sum()) {
                throw new IllegalStateException("%s and %s hold %d rows of %d reports instead of %d of %d."
                        .formatted(hotspot, trend, found.getLong(1), found.getLong(2), backlog.keys(), backlog.sum()));
            }
        }
    }

    private static void bind(PreparedStatement query, AnalyticRow row) throws SQLException {
        if (row.value() instanceof Hotspot hotspot) {
            query.setString(1, hotspot.getForce());
            query.setString(2, hotspot.getCategory());
            query.setString(3, hotspot.getCell());
        } else if (row.value() instanceof Trend trend) {
            query.setString(1, trend.getArea());
            query.setString(2, trend.getCategory());
            query.setDate(3, Date.valueOf(trend.getFirstDay()));
        }
        query.setLong(4, row.count());
    }

    private static void await(PreparedStatement query, Runnable check) throws SQLException, InterruptedException {
        for (int look = 1; !isTrue(query); look++) {
            if (look > MOST_LOOKS) {
                throw new IllegalStateException("Rows do not come.");
            }
            if (look % LOOKS_PER_CHECK == 0) {
                check.run();
            }
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
        }
    }

    private static boolean isTrue(PreparedStatement query) throws SQLException {
        try (ResultSet found = query.executeQuery()) {
            found.next();
            return found.getBoolean(1);
        }
    }

    private static void rename(Statement statement, String table, Topic<?> topic) throws SQLException {
        for (Schema.Field field : topic.schema().getFields()) {
            String column = field.name().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
            if (!column.equals(field.name())) {
                statement.execute(
                        "alter table lamplight.%s rename %s to \"%s\"".formatted(table, column, field.name()));
            }
        }
        statement.execute(
                "alter table lamplight.%s alter kafka_partition set default 0, alter kafka_offset set default 0"
                        .formatted(table));
        String name = topic.name().replace('.', '_');
        statement.execute("alter table lamplight.%s rename to %s".formatted(table, name));
        statement.execute("alter table lamplight.%s set schema public".formatted(name));
    }
}
