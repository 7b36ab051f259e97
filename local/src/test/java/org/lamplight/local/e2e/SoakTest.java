package org.lamplight.local.e2e;

import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.local.ForkedLamplight;
import org.lamplight.local.parts.Secrets;

/**
 * Keeps {@code lamplight up} busy and prints what it takes up, and how fast that grows; asserts that every report
 * arrives. Short by default; docs/RELIABILITY.md has the long form, whose size comes from {@code lamplight.soak.rows} (a
 * second), {@code lamplight.soak.seconds} and {@code lamplight.soak.seed}.
 */
class SoakTest {
    private static final int ROWS_PER_SECOND = Integer.getInteger("lamplight.soak.rows", 100);
    private static final int SECONDS = Integer.getInteger("lamplight.soak.seconds", 6);
    private static final long SEED = Long.getLong("lamplight.soak.seed", 1);
    private static final int SAMPLES = 15;
    private static final int LONG_ENOUGH_TO_TELL = 120;
    private static final int WEST = 470_000;
    private static final int WIDTH = 30_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Exports exports = new Exports(Clock.systemUTC());
    private final Random random = new Random(SEED);

    @TempDir
    Path home;

    @Test
    void shouldTakeInEveryReportForAsLongAsItRuns() throws Exception {
        assumeThat(Path.of("/proc/self/smaps_rollup"))
                .as("Linux tells what processes take up")
                .exists();
        List<Footprint> samples = new ArrayList<>();
        ForkedLamplight lamplight = new ForkedLamplight(home, "");
        try {
            lamplight.start();
            await().atMost(PATIENCE).until(lamplight::isRunning);
            long start = System.nanoTime();
            for (int second = 1; second <= SECONDS; second++) {
                land(lamplight.inbox().resolve("retail"), second);
                lamplight.runFor(
                        Duration.ofNanos(Math.max(0, start + TimeUnit.SECONDS.toNanos(second) - System.nanoTime())));
                if (second % Math.max(1, SECONDS / SAMPLES) == 0) {
                    samples.add(Footprint.of(
                            lamplight.handle(), lamplight.database().orElseThrow(), second / 60.0));
                    print(samples.get(samples.size() - 1));
                }
            }
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> incidents(lamplight) == (long) ROWS_PER_SECOND * SECONDS);
        } finally {
            lamplight.abandon();
        }
        if (SECONDS >= LONG_ENOUGH_TO_TELL) {
            List<Footprint> second = samples.subList(samples.size() / 2, samples.size());
            printGrowth("heap after a collection, MB", second, Footprint::heap);
            printGrowth("memory of the JVM, MB", second, Footprint::jvm);
            printGrowth("memory of the JVM outside the heap, MB", second, Footprint::outside);
            printGrowth("memory of PostgreSQL, MB", second, Footprint::postgres);
            printGrowth("descriptors", second, Footprint::descriptors);
        }
    }

    private void land(Path inbox, int number) throws IOException {
        List<String> lines = new ArrayList<>(List.of(Exports.RETAIL_HEADER));
        for (int row = 0; row < ROWS_PER_SECOND; row++) {
            String easting = Integer.toString(WEST + random.nextInt(WIDTH));
            lines.add(exports.retail("SOAK-" + number + "-" + row, 1, "£1.00", easting));
        }
        Path unfinished = inbox.resolve(".soak");
        Files.writeString(unfinished, String.join("\n", lines) + "\n", Charset.forName("windows-1252"));
        Files.move(unfinished, inbox.resolve("soak-" + number + ".csv"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static long incidents(ForkedLamplight lamplight) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        lamplight.databaseUrl(), "lamplight", lamplight.secret(Secrets.DATABASE_PASSWORD));
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from lamplight.incident")) {
            count.next();
            return count.getLong(1);
        }
    }

    private static void print(Footprint one) {
        System.out.printf(
                "[soak] %6.1f min: heap %6.1f MB, JVM %7.1f MB, outside the heap %6.1f MB, PostgreSQL %6.1f MB, descriptors %4.0f%n",
                one.minutes(), one.heap(), one.jvm(), one.outside(), one.postgres(), one.descriptors());
    }

    private static void printGrowth(String name, List<Footprint> samples, ToDoubleFunction<Footprint> measure) {
        System.out.printf(
                "[soak] second half: %s grows by %.1f an hour%n", name, Footprint.growthInAnHour(samples, measure));
    }
}
