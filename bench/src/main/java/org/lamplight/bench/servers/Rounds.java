package org.lamplight.bench.servers;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Lets contenders do the same work in turn, round after round, and prints a row of a table for each: least, middle and
 * largest of rows a second and of processor time a row, and how the first contender compares within a round.
 */
public final class Rounds {
    private static final String HEADER = """
            | contender | rows/s: min | median | max | CPU µs/row: min | median | max | server's CPU µs/row | ours : this, rows/s | ours : this, CPU |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|""";

    private final List<Contender> contenders;
    private final Map<Contender, List<Took>> taken = new LinkedHashMap<>();

    /** Rounds of these; the first is ours. */
    public Rounds(List<? extends Contender> contenders) {
        this.contenders = List.copyOf(contenders);
    }

    /** One round that does not count, in which compilers and caches get warm, and then those that do. */
    public Rounds run(int rounds) throws Exception {
        for (int round = 0; round <= rounds; round++) {
            for (Contender contender : contenders) {
                Took took = contender.run(round);
                System.err.printf(
                        Locale.ROOT,
                        "round %d of %d: %s, %,.0f rows/s, %.1f µs/row%n",
                        round,
                        rounds,
                        contender.name(),
                        took.rowsPerSecond(),
                        took.cpuMicrosPerRow());
                if (round > 0) {
                    taken.computeIfAbsent(contender, first -> new ArrayList<>()).add(took);
                }
            }
        }
        return this;
    }

    /** Prints the table, in Markdown; nothing where no round has counted. */
    public void print(PrintStream out) {
        if (taken.isEmpty()) {
            return;
        }
        out.println(HEADER);
        for (Contender contender : contenders) {
            out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %.1f | %.2f | %.2f |%n",
                    contender.name(),
                    spread(contender, "%,.0f", Took::rowsPerSecond),
                    spread(contender, "%.1f", Took::cpuMicrosPerRow),
                    Distribution.of(values(contender, Took::serverMicrosPerRow)).median(),
                    ratio(contender, Took::rowsPerSecond),
                    ratio(contender, Took::cpuMicrosPerRow));
        }
    }

    private String spread(Contender contender, String format, ToDoubleFunction<Took> figure) {
        return Distribution.of(values(contender, figure)).spread(format);
    }

    private double ratio(Contender other, ToDoubleFunction<Took> figure) {
        double[] ours = values(contenders.get(0), figure);
        double[] theirs = values(other, figure);
        return Distribution.of(IntStream.range(0, ours.length)
                        .mapToDouble(round -> ours[round] / theirs[round])
                        .toArray())
                .median();
    }

    private double[] values(Contender contender, ToDoubleFunction<Took> figure) {
        return taken.get(contender).stream().mapToDouble(figure).toArray();
    }
}
