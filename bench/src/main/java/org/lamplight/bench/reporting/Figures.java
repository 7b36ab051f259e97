package org.lamplight.bench.reporting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What one round of questions took.
 *
 * @param p50 milliseconds that half of the answers took at most
 * @param p95 milliseconds of 95 in 100
 * @param p99 milliseconds of 99 in 100
 * @param perSecond answers a second
 */
record Figures(double p50, double p95, double p99, double perSecond) {
    private static final double NANOS = 1e6;

    /** Of times in nanoseconds, in so many seconds. */
    static Figures of(long[] nanos, double seconds) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Figures(at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), sorted.length / seconds);
    }

    /** The middle of each figure. */
    static Figures median(List<Figures> rounds) {
        return new Figures(
                middle(rounds.stream().mapToDouble(Figures::p50).toArray()),
                middle(rounds.stream().mapToDouble(Figures::p95).toArray()),
                middle(rounds.stream().mapToDouble(Figures::p99).toArray()),
                middle(rounds.stream().mapToDouble(Figures::perSecond).toArray()));
    }

    /** Least, middle and largest, as cells of a table. */
    static String spread(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT, "%,.1f | %,.1f | %,.1f", sorted[0], middle(sorted), sorted[sorted.length - 1]);
    }

    static double middle(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / NANOS;
    }
}
