package org.lamplight.local.e2e;

import static org.awaitility.Awaitility.await;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures how long a report takes from the landing of its file to the rows in PostgreSQL: how long is printed and not
 * asserted, that all arrive is. Short by default; docs/RELIABILITY.md has the long form, whose size comes from {@code
 * lamplight.freshness.rows} (a second) and {@code lamplight.freshness.seconds}.
 *
 * <p>Two files land each second; each row is a new retail report of yesterday in a random place, so it changes an
 * incident, a surface and trends. The times are those until all reports of a file are in the incident table, and until
 * the hotspot table counts them; both include the time a file must rest.
 */
class FreshnessTest {
    private static final int ROWS_PER_SECOND = Integer.getInteger("lamplight.freshness.rows", 100);
    private static final int SECONDS = Integer.getInteger("lamplight.freshness.seconds", 3);
    private static final int FILES_PER_SECOND = 2;
    private static final int ROWS_PER_FILE = ROWS_PER_SECOND / FILES_PER_SECOND;
    private static final int WARM_UP_FILES = 10;
    private static final int FILES = WARM_UP_FILES + SECONDS * FILES_PER_SECOND;
    private static final int WEST = 470_000;
    private static final int WIDTH = 30_000;
    private static final String INCIDENTS = "select count(*) from lamplight.incident";
    private static final String HOTSPOTS =
            "select coalesce(sum(cell_count7), 0) from lamplight.hotspot where category = 'retail'";

    private final Exports exports = new Exports(Clock.systemUTC());
    private final Random random = new Random(1);
    private final Queue<Landed> unseenIncidents = new ArrayDeque<>();
    private final Queue<Landed> unseenHotspots = new ArrayDeque<>();
    private final List<Double> incidentSeconds = new ArrayList<>();
    private final List<Double> hotspotSeconds = new ArrayList<>();
    private long rows;
    private int files;

    private record Landed(long rowsSoFar, long nanos) {}

    @TempDir
    private Path home;

    @Test
    void shouldShowEveryReportOfEveryFile() throws Exception {
        try (RunningPlatform lamplight = new RunningPlatform(home, "");
                Connection connection = lamplight.connect()) {
            ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
            var landing =
                    clock.scheduleAtFixedRate(() -> land(lamplight), 0, 1000 / FILES_PER_SECOND, TimeUnit.MILLISECONDS);

            await().atMost(Duration.ofSeconds(120 + 2L * SECONDS))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> allSeen(connection));

            landing.cancel(false);
            clock.shutdown();
        }
        report("incident", incidentSeconds);
        report("hotspot", hotspotSeconds);
    }

    private boolean allSeen(Connection connection) throws SQLException {
        look(connection, INCIDENTS, unseenIncidents, incidentSeconds);
        look(connection, HOTSPOTS, unseenHotspots, hotspotSeconds);
        return incidentSeconds.size() == FILES && hotspotSeconds.size() == FILES;
    }

    private synchronized void land(RunningPlatform lamplight) {
        if (files == FILES) {
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add(Exports.RETAIL_HEADER);
        for (int row = 0; row < ROWS_PER_FILE; row++) {
            String easting = Integer.toString(WEST + random.nextInt(WIDTH));
            lines.add(exports.retail("FRESH-" + rows++, 1, "£1.00", easting));
        }
        lamplight.drop("retail", "fresh-" + ++files + ".csv", lines, Charset.forName("windows-1252"));
        Landed landed = new Landed(rows, System.nanoTime());
        unseenIncidents.add(landed);
        unseenHotspots.add(landed);
    }

    private void look(Connection connection, String count, Queue<Landed> unseen, List<Double> seconds)
            throws SQLException {
        long seen;
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(count)) {
            result.next();
            seen = result.getLong(1);
        }
        synchronized (this) {
            while (!unseen.isEmpty() && unseen.peek().rowsSoFar() <= seen) {
                seconds.add((System.nanoTime() - unseen.remove().nanos()) / 1e9);
            }
        }
    }

    private static void report(String table, List<Double> seconds) {
        List<Double> measured = new ArrayList<>(seconds.subList(WARM_UP_FILES, seconds.size()));
        Collections.sort(measured);
        System.out.printf(
                "%-8s %d files of %d rows, %d a second: p50 %.2f s, p95 %.2f s, p99 %.2f s, max %.2f s%n",
                table,
                measured.size(),
                ROWS_PER_FILE,
                FILES_PER_SECOND,
                percentile(measured, 0.50),
                percentile(measured, 0.95),
                percentile(measured, 0.99),
                percentile(measured, 1));
    }

    private static double percentile(List<Double> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
