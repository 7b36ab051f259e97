package org.lamplight.bench.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.lamplight.bench.servers.LinuxProcess;
import org.lamplight.bench.servers.Scratch;
import org.lamplight.streams.rules.Calendar;

/**
 * How long a running and empty Lamplight takes for ten years of reports, from when their exports lie in the inbox until the
 * tables count them all, and what the processor time goes to.
 */
public final class Backfill {
    private static final int DAYS = 3652;
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration LINE = Duration.ofSeconds(10);
    /** As long as nothing more is counted. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final RunningLamplight lamplight;
    private final Counts wanted;
    private final LinuxProcess postgres;
    private final Duration postgresBefore;
    private final ThreadTimes threads;
    private final long began = System.nanoTime();

    private Backfill(RunningLamplight lamplight, Counts wanted) throws IOException {
        this.lamplight = lamplight;
        this.wanted = wanted;
        this.postgres = lamplight.postgres();
        this.postgresBefore = postgres.cpuOfAll();
        this.threads = new ThreadTimes(lamplight.jvm());
    }

    /** Takes the script that starts Lamplight, and how many reports, nearly. */
    public static void main(String[] args) throws Exception {
        LocalDate today = Calendar.day(Clock.systemUTC().instant());
        try (Scratch scratch = Scratch.create()) {
            Path exports = Files.createDirectory(scratch.path().resolve("exports"));
            System.err.println("Writing exports");
            Counts wanted = Counts.of(
                    new Submissions().write(exports, Integer.parseInt(args[1]), today.minusDays(1), DAYS), today);
            try (RunningLamplight lamplight = RunningLamplight.start(Path.of(args[0]), scratch.path(), "up")
                    .awaitReady()) {
                Backfill backfill = new Backfill(lamplight, wanted);
                lamplight.land(exports, Submissions.SOURCE);
                backfill.await();
                backfill.print();
            }
        }
    }

    private void await() throws SQLException, InterruptedException {
        long line = began;
        long moved = began;
        try (Connection connection = lamplight.connect()) {
            Counts counts = Counts.read(connection, wanted);
            while (!counts.equals(wanted)) {
                lamplight.check();
                threads.look();
                TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
                Counts before = counts;
                counts = Counts.read(connection, wanted);
                long now = System.nanoTime();
                moved = counts.equals(before) ? moved : now;
                if (now - moved > PATIENCE.toNanos()) {
                    throw new IllegalStateException("The tables count " + counts + " instead of " + wanted);
                }
                if (now - line > LINE.toNanos()) {
                    line = now;
                    progress(counts);
                }
            }
        }
    }

    private void progress(Counts counts) {
        System.err.printf(
                Locale.ROOT,
                "%,.0f s: %,d of %,d reports counted; processor time: JVM %,.0f s, PostgreSQL %,.0f s%n",
                Seconds.since(began),
                counts.inMonths(),
                wanted.incidents(),
                Seconds.of(threads.all()),
                Seconds.of(postgresTime()));
    }

    private void print() {
        double took = Seconds.since(began);
        Duration database = postgresTime();
        Duration all = threads.all().plus(database);
        System.out.printf(
                Locale.ROOT,
                "%n| reports | seconds | reports/s | CPU s | CPU µs/report |%n|---:|---:|---:|---:|---:|%n"
                        + "| %,d | %,.1f | %,.0f | %,.1f | %,.1f |%n%n",
                wanted.incidents(),
                took,
                wanted.incidents() / took,
                Seconds.of(all),
                micros(all));
        System.out.printf("| part | CPU s | CPU µs/report | share |%n|---|---:|---:|---:|%n");
        threads.parts().forEach((part, time) -> row(part.toString(), time, all));
        row("PostgreSQL", database, all);
    }

    private void row(String part, Duration time, Duration all) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %,.1f | %,.1f | %.0f %% |%n",
                part,
                Seconds.of(time),
                micros(time),
                100 * Seconds.of(time) / Seconds.of(all));
    }

    private Duration postgresTime() {
        return postgres.cpuOfAll().minus(postgresBefore);
    }

    private double micros(Duration time) {
        return Seconds.of(time) * TimeUnit.SECONDS.toMicros(1) / wanted.incidents();
    }
}
