package org.lamplight.bench.whole;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.lamplight.bench.servers.Scratch;
import org.lamplight.streams.rules.Calendar;

/** What Lamplight takes up in memory, all its processes together, while nothing comes and while reports do. */
public final class Memory {
    private static final int RATE = 500;
    /** Of the minutes with reports, how many to one without. */
    private static final int BUSY_TO_IDLE = 6;

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int SAMPLE_SECONDS = 10;
    private static final int SECONDS_A_MINUTE = 60;
    private static final int SECONDS_AN_HOUR = 3600;
    private static final double MIB = 1 << 20;
    private static final String HEADER = """

            | while | minutes | of | start MiB | end MiB | most MiB | MiB an hour, second half |
            |---|---:|---|---:|---:|---:|---:|""";

    private final RunningLamplight lamplight;
    private final List<Sample> samples = new ArrayList<>();

    /** What is taken up at a time, in seconds and MiB. */
    private record Sample(double time, double jvm, double postgres) {
        double together() {
            return jvm + postgres;
        }
    }

    private Memory(RunningLamplight lamplight) {
        this.lamplight = lamplight;
    }

    /** Takes the script that starts Lamplight, and for how many minutes reports come. */
    public static void main(String[] args) throws Exception {
        int minutes = Integer.parseInt(args[1]);
        LocalDate yesterday = Calendar.day(Clock.systemUTC().instant()).minusDays(1);
        Submissions submissions = new Submissions();
        try (Scratch scratch = Scratch.create();
                RunningLamplight lamplight = RunningLamplight.start(Path.of(args[0]), scratch.path(), "up")
                        .awaitReady();
                Feed feed = new Feed(submissions, lamplight.inbox(Submissions.SOURCE), yesterday)) {
            Memory memory = new Memory(lamplight);
            System.out.println(HEADER);
            memory.idle(Math.max(1, minutes / BUSY_TO_IDLE));
            memory.busy(feed, minutes);
            memory.awaitAll(Counts.of(Map.of(yesterday, RATE * minutes * SECONDS_A_MINUTE), yesterday.plusDays(1)));
        }
    }

    private void idle(int minutes) throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
        do {
            sample();
            TimeUnit.SECONDS.sleep(SAMPLE_SECONDS);
        } while (System.nanoTime() < until);
        print("idle", minutes);
    }

    private void busy(Feed feed, int minutes) throws Exception {
        samples.clear();
        feed.run(RATE, minutes * SECONDS_A_MINUTE, () -> {
            sample();
            TimeUnit.SECONDS.sleep(SAMPLE_SECONDS);
        });
        print(RATE + " reports/s", minutes);
    }

    /** What had piled up would be no measure of what it takes to keep up. */
    private void awaitAll(Counts wanted) throws SQLException, InterruptedException {
        long began = System.nanoTime();
        try (Connection connection = lamplight.connect()) {
            lamplight.await(
                    "counts all",
                    PATIENCE,
                    LOOK,
                    () -> Counts.read(connection, wanted).equals(wanted));
        }
        System.err.printf(
                Locale.ROOT, "All reports are in the tables %.1f s after the last landed.%n", Seconds.since(began));
    }

    private void sample() throws IOException {
        lamplight.check();
        Sample sample = new Sample(
                Seconds.since(0),
                lamplight.jvm().memoryOfAll() / MIB,
                lamplight.postgres().memoryOfAll() / MIB);
        samples.add(sample);
        System.err.printf(Locale.ROOT, "JVM %,.0f MiB, PostgreSQL %,.0f MiB%n", sample.jvm, sample.postgres);
    }

    private void print(String phase, int minutes) {
        print(phase, minutes, "JVM", Sample::jvm);
        print(phase, minutes, "PostgreSQL", Sample::postgres);
        print(phase, minutes, "together", Sample::together);
    }

    private void print(String phase, int minutes, String part, ToDoubleFunction<Sample> measure) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %s | %,.0f | %,.0f | %,.0f | %+,.0f |%n",
                phase,
                minutes,
                part,
                measure.applyAsDouble(samples.get(0)),
                measure.applyAsDouble(samples.get(samples.size() - 1)),
                samples.stream().mapToDouble(measure).max().orElseThrow(),
                SECONDS_AN_HOUR * slope(samples.subList(samples.size() / 2, samples.size()), measure));
    }

    /** By how much a measure grows in a second: the slope of the line of least squares. */
    private static double slope(List<Sample> samples, ToDoubleFunction<Sample> measure) {
        double time = samples.stream().mapToDouble(Sample::time).average().orElseThrow();
        double mean = samples.stream().mapToDouble(measure).average().orElseThrow();
        double covariance = samples.stream()
                .mapToDouble(one -> (one.time - time) * (measure.applyAsDouble(one) - mean))
                .sum();
        double variance = samples.stream()
                .mapToDouble(one -> (one.time - time) * (one.time - time))
                .sum();
        return covariance / variance;
    }
}
