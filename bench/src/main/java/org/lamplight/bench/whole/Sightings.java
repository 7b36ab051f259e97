package org.lamplight.bench.whole;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.lamplight.bench.whole.Feed.Landed;
import org.lamplight.ingest.mapping.Mapping;
import org.lamplight.ingest.mapping.OwnIds;
import org.lamplight.local.parts.Secrets;

/** Looks for the rows in PostgreSQL that reports change, until each has been seen. */
final class Sightings implements AutoCloseable {
    /** The row that is looked for. */
    enum Row {
        /** The sample itself: the row of its id. */
        INCIDENT("`incident`, the sample's own"),
        /** The count of the last seven days in the cell in which all samples lie and nothing else. */
        HOTSPOT("`hotspot` of the sample's cell"),
        /** The count of the week in the force: whatever has landed until then must be in it. */
        TREND("`trend` of the week in the force");

        private final String words;

        Row(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private static final String LOOK = """
            select (select received_at from lamplight.incident where id = ?),
                   (select cell_count7 from lamplight.hotspot where force = ? and category = ? and cell = ?),
                   (select observed from lamplight.trend
                    where area = ? and category = ? and period = 'WEEK' and first_day = ?)
            """;

    private final Map<Row, Queue<Landed>> unseen = new EnumMap<>(Row.class);
    private final Map<Row, List<Duration>> taken = new EnumMap<>(Row.class);
    private final List<Duration> untilRead = new ArrayList<>();
    private final Connection connection;
    private final PreparedStatement look;
    private final OwnIds ids;

    /** Will look on a connection of its own for reports of a day. */
    Sightings(RunningLamplight lamplight, Submissions submissions, LocalDate day) throws SQLException {
        ids = new OwnIds(Mapping.read(Submissions.SOURCE), lamplight.secrets().get(Secrets.PSEUDONYM_KEY));
        connection = lamplight.connect();
        look = connection.prepareStatement(LOOK);
        look.setString(2, submissions.force());
        look.setString(3, Submissions.SOURCE);
        look.setString(4, submissions.sampledCell());
        look.setString(5, submissions.force());
        look.setString(6, Submissions.SOURCE);
        look.setDate(7, Date.valueOf(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))));
        forget();
    }

    /** Forgets what has been seen. */
    void forget() {
        untilRead.clear();
        for (Row row : Row.values()) {
            unseen.put(row, new ArrayDeque<>());
            taken.put(row, new ArrayList<>());
        }
    }

    /** Looks once, also for what has landed since. */
    void look(Queue<Landed> landed) throws SQLException {
        for (Landed next = landed.poll(); next != null; next = landed.poll()) {
            for (Queue<Landed> queue : unseen.values()) {
                queue.add(next);
            }
        }
        Landed awaited = unseen.get(Row.INCIDENT).peek();
        look.setString(1, awaited == null ? "" : ids.pseudonymOf(awaited.sample()));
        try (ResultSet found = look.executeQuery()) {
            long now = System.nanoTime();
            found.next();
            Timestamp read = found.getTimestamp(1);
            if (read != null) {
                untilRead.add(Duration.between(awaited.at(), read.toInstant()));
                seen(Row.INCIDENT, now);
            }
            long samples = found.getLong(2);
            while (!unseen.get(Row.HOTSPOT).isEmpty()
                    && unseen.get(Row.HOTSPOT).peek().files() <= samples) {
                seen(Row.HOTSPOT, now);
            }
            long reports = found.getLong(3);
            while (!unseen.get(Row.TREND).isEmpty()
                    && unseen.get(Row.TREND).peek().reports() <= reports) {
                seen(Row.TREND, now);
            }
        }
    }

    /** Whether nothing is looked for any more. */
    boolean allSeen() {
        return unseen.values().stream().allMatch(Queue::isEmpty);
    }

    /** How long it took each sample from landing until the row showed it, in milliseconds. */
    double[] millis(Row row) {
        return millis(taken.get(row));
    }

    /** How long it took from landing until the sample's row of the file was read, in milliseconds. */
    double[] millisUntilRead() {
        return millis(untilRead);
    }

    private void seen(Row row, long now) {
        taken.get(row).add(Duration.ofNanos(now - unseen.get(row).remove().nanos()));
    }

    private static double[] millis(List<Duration> durations) {
        return durations.stream()
                .mapToDouble(each -> (double) each.toNanos() / TimeUnit.MILLISECONDS.toNanos(1))
                .toArray();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
