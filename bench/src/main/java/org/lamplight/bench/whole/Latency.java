package org.lamplight.bench.whole;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.lamplight.bench.servers.Distribution;
import org.lamplight.bench.servers.Scratch;
import org.lamplight.bench.whole.Sightings.Row;
import org.lamplight.ingest.folder.FolderSourceConnector;
import org.lamplight.streams.rules.Calendar;

/**
 * How long it takes from when an export lies in the inbox until the rows of PostgreSQL show one of its reports, at several
 * rates, without the time for which an export must rest.
 */
public final class Latency {
    private static final String HEADER = """
            | reports/s | row | seen | read: p50 | p50 | p95 | p99 | max |
            |---:|---|---:|---:|---:|---:|---:|---:|""";

    private static final int WARM_UP_RATE = 50;
    private static final int WARM_UP_SECONDS = 30;
    private static final int SETTLING_SECONDS = 10;
    private static final Duration LOOK = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final RunningLamplight lamplight;
    private final Feed feed;
    private final Sightings sightings;
    private final double rest;

    private Latency(RunningLamplight lamplight, Feed feed, Sightings sightings) {
        this.lamplight = lamplight;
        this.feed = feed;
        this.sightings = sightings;
        this.rest =
                ((Number) new FolderSourceConnector().config().defaultValues().get("settle.ms")).doubleValue();
    }

    /** Takes the script that starts Lamplight, how many seconds for each rate, and the rates in reports a second. */
    public static void main(String[] args) throws Exception {
        LocalDate yesterday = Calendar.day(Clock.systemUTC().instant()).minusDays(1);
        int seconds = Integer.parseInt(args[1]);
        List<Integer> rates = Arrays.stream(args).skip(2).map(Integer::parseInt).toList();
        Submissions submissions = new Submissions();
        try (Scratch scratch = Scratch.create();
                RunningLamplight lamplight = RunningLamplight.start(Path.of(args[0]), scratch.path(), "up")
                        .awaitReady();
                Feed feed = new Feed(submissions, lamplight.inbox(Submissions.SOURCE), yesterday);
                Sightings sightings = new Sightings(lamplight, submissions, yesterday)) {
            new Latency(lamplight, feed, sightings).run(rates, seconds);
        }
    }

    private void run(List<Integer> rates, int seconds) throws Exception {
        measure(WARM_UP_RATE, WARM_UP_SECONDS);
        System.out.println(HEADER);
        for (int rate : rates) {
            measure(rate, SETTLING_SECONDS);
            boolean all = measure(rate, seconds);
            for (Row row : Row.values()) {
                print(rate, row, seconds);
            }
            if (!all) {
                System.err.printf("Lamplight does not keep up with %d reports a second.%n", rate);
                break;
            }
        }
    }

    /** Returns whether all samples have been seen. */
    private boolean measure(int rate, int seconds) throws Exception {
        sightings.forget();
        System.err.printf("%d reports a second for %d s%n", rate, seconds);
        feed.run(rate, seconds, this::look);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            look();
        } while (!sightings.allSeen() && System.nanoTime() < deadline);
        return sightings.allSeen();
    }

    private void look() throws Exception {
        lamplight.check();
        sightings.look(feed.landed());
        TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
    }

    private void print(int rate, Row row, int seconds) {
        double[] millis = sightings.millis(row);
        if (millis.length == 0) {
            System.out.printf("| %,d | %s | 0 of %d | | | | | |%n", rate, row, seconds);
            return;
        }
        Distribution taken =
                Distribution.of(Arrays.stream(millis).map(each -> each - rest).toArray());
        System.out.printf(
                Locale.ROOT,
                "| %,d | %s | %d of %d | %,.0f | %,.0f | %,.0f | %,.0f | %,.0f |%n",
                rate,
                row,
                taken.size(),
                seconds,
                Distribution.of(sightings.millisUntilRead()).median() - rest,
                taken.quantile(0.5),
                taken.quantile(0.95),
                taken.quantile(0.99),
                taken.max());
    }
}
