package org.lamplight.bench.throughput;

import java.time.Duration;
import java.util.Optional;
import org.lamplight.bench.servers.Stopwatch;
import org.lamplight.bench.servers.Took;

/** What the program of a contender took, as it tells the process that started it. */
public final class Timing {
    private static final String MARK = "took ";

    private Timing() {}

    /** Starts to time this process. */
    public static Stopwatch start() {
        return Stopwatch.start(
                () -> ProcessHandle.current().info().totalCpuDuration().orElseThrow(), () -> Duration.ZERO);
    }

    /** Tells what it took. */
    public static void print(Took took) {
        System.out.println(MARK + took.rows() + " " + took.wall() + " " + took.cpu());
    }

    /** Reads a line that {@link #print} may have printed. */
    static Optional<Took> parse(String line) {
        if (!line.startsWith(MARK)) {
            return Optional.empty();
        }
        String[] parts = line.substring(MARK.length()).split(" ", -1);
        return Optional.of(
                new Took(Long.parseLong(parts[0]), Duration.parse(parts[1]), Duration.parse(parts[2]), Duration.ZERO));
    }
}
