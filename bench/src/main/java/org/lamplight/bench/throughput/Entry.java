package org.lamplight.bench.throughput;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lamplight.bench.servers.Took;

/**
 * Who takes part: a program, how often it commits, and which backlog it reads.
 *
 * @param name how it is called here
 * @param program what its program calls it
 * @param commit between two commits, or checkpoints
 * @param corrected whether a tenth of its reports are corrected
 */
record Entry(String name, String program, Duration commit, boolean corrected) {
    /** All of them. */
    static final List<String> ALL = List.of(
            StreamsContender.COUNTS,
            "counts@100",
            "counts+corrections",
            StreamsContender.WINDOWED,
            "windowed-count@100",
            "flink-rocksdb",
            "flink-rocksdb@10000",
            "flink-heap",
            StreamsContender.FULL);

    private static final String FLINK = "flink-";
    private static final String CORRECTIONS = "+corrections";
    private static final long USUAL_MILLIS = 1_000;

    /** Reads a name, the milliseconds between two commits if not the usual ones, and whether there are corrections. */
    static Entry of(String name) {
        boolean corrected = name.endsWith(CORRECTIONS);
        String[] parts = name.replace(CORRECTIONS, "").split("@", 2);
        if (!ALL.contains(parts[0])) {
            throw new IllegalArgumentException(name + " is no contender; there are " + String.join(", ", ALL) + ".");
        }
        if (corrected && !isOurs(parts[0])) {
            throw new IllegalArgumentException(parts[0] + " knows of no corrections; leave it without.");
        }
        return new Entry(
                name,
                parts[0],
                Duration.ofMillis(parts.length == 1 ? USUAL_MILLIS : Long.parseLong(parts[1])),
                corrected);
    }

    private static boolean isOurs(String program) {
        return program.equals(StreamsContender.COUNTS) || program.equals(StreamsContender.FULL);
    }

    /** Whether it writes the counts of cells and days. */
    boolean counts() {
        return !program.equals(StreamsContender.FULL);
    }

    /** The program with its class path. */
    private List<String> program(String flink) {
        return program.startsWith(FLINK)
                ? List.of("-cp", flink, "org.lamplight.bench.flink.FlinkContender")
                : List.of("-cp", System.getProperty("java.class.path"), StreamsContender.class.getName());
    }

    /**
     * Runs it in a process of its own.
     *
     * @param flags for its JVM
     * @param flink class path of Flink
     * @throws IllegalStateException if it fails
     */
    Took run(Orders orders, List<String> flags, String flink) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(System.getProperty("java.home") + "/bin/java", "-Xmx1500m", "-XX:+UseSerialGC"));
        flags.forEach(flag -> command.add(flag.replace("%", orders.id())));
        command.addAll(program(flink));
        command.addAll(List.of(orders.arguments()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Optional<Took> took;
        try (BufferedReader out = process.inputReader()) {
            took = out.lines().flatMap(line -> Timing.parse(line).stream()).reduce((first, second) -> second);
        }
        if (process.waitFor() != 0 || took.isEmpty()) {
            throw new IllegalStateException(name + " failed; what it printed above says why.");
        }
        return took.get();
    }
}
