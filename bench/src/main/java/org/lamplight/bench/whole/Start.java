package org.lamplight.bench.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.lamplight.bench.servers.Distribution;
import org.lamplight.bench.servers.Scratch;
import org.lamplight.streams.rules.Calendar;

/**
 * How long it takes until the reporting service has its first page and rows for it, when Lamplight starts on data that it
 * has; and until the demo has its first hotspot, when it starts on nothing.
 */
public final class Start {
    private static final int REPORTS = 36_500;
    private static final int DAYS = 730;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** The page's hottest places. */
    private static final String HOTTEST = "hotspots/items.csv?category=retail&sort=rank&limit=20";
    /** Where significantly more reports lie together than by chance. */
    private static final String HOTSPOT = "hotspots/items.csv?gi_q=..0.05&limit=1";

    private final Path script;
    private final int rounds;

    private record Took(double seconds, double jvm, double postgres) {}

    private interface Until {
        void await(RunningLamplight lamplight) throws InterruptedException;
    }

    private Start(Path script, int rounds) {
        this.script = script;
        this.rounds = rounds;
    }

    /** Takes the script that starts Lamplight, and the number of rounds. */
    public static void main(String[] args) throws Exception {
        new Start(Path.of(args[0]), Integer.parseInt(args[1])).run();
    }

    private void run() throws Exception {
        List<Took> up = new ArrayList<>();
        List<Took> demo = new ArrayList<>();
        try (Scratch scratch = Scratch.create()) {
            fill(scratch.path());
            for (int round = 1; round <= rounds; round++) {
                System.err.printf("Round %d of %d%n", round, rounds);
                up.add(time(scratch.path(), "up", lamplight -> {
                    lamplight.awaitPage();
                    lamplight.awaitRows(HOTTEST);
                }));
                try (Scratch fresh = Scratch.create()) {
                    demo.add(time(fresh.path(), "demo", lamplight -> lamplight.awaitRows(HOTSPOT)));
                }
            }
        }
        System.out.println("""

                | start | s: min | median | max | JVM's CPU s: min | median | max | PostgreSQL's CPU s: median |
                |---|---:|---:|---:|---:|---:|---:|---:|""");
        print("`lamplight up` on data, until the first page is answered with rows", up);
        print("`lamplight demo` on none, until the first hotspot is answered", demo);
    }

    /** Two years of reports. */
    private void fill(Path directory) throws Exception {
        System.err.println("Taking in reports");
        LocalDate today = Calendar.day(Clock.systemUTC().instant());
        try (RunningLamplight lamplight =
                        RunningLamplight.start(script, directory, "up").awaitReady();
                Connection connection = lamplight.connect()) {
            Path exports = Files.createDirectory(directory.resolve("exports"));
            Counts wanted = Counts.of(new Submissions().write(exports, REPORTS, today.minusDays(1), DAYS), today);
            lamplight.land(exports, Submissions.SOURCE);
            lamplight.await(
                    "counts all",
                    PATIENCE,
                    LOOK,
                    () -> Counts.read(connection, wanted).equals(wanted));
        }
    }

    private Took time(Path directory, String command, Until until) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (RunningLamplight lamplight = RunningLamplight.start(script, directory, command)) {
            until.await(lamplight);
            return new Took(
                    Seconds.since(began),
                    Seconds.of(lamplight.jvm().cpu()),
                    Seconds.of(lamplight.postgres().cpuOfAll()));
        }
    }

    private static void print(String what, List<Took> took) {
        System.out.printf(
                "| %s | %s | %s | %.1f |%n",
                what,
                spread(took, Took::seconds).spread("%.1f"),
                spread(took, Took::jvm).spread("%.1f"),
                spread(took, Took::postgres).median());
    }

    private static Distribution spread(List<Took> took, ToDoubleFunction<Took> figure) {
        return Distribution.of(took.stream().mapToDouble(figure).toArray());
    }
}
