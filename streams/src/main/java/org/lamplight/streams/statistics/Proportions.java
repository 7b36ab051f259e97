package org.lamplight.streams.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.FisherExactTest;

/** Proportions and their differences. Sources: Wilson 1927; Newcombe 1998, method 10. */
public final class Proportions {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Proportions() {}

    /**
     * Wilson's score interval: (p + z^2/2n +- z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n).
     *
     * @param successes 0 to trials
     * @param trials at least 1
     * @param confidence e.g. 0.95
     */
    public static Interval wilson(long successes, long trials, double confidence) {
        double z = NORMAL.inverseSurvivalProbability((1 - confidence) / 2);
        double p = (double) successes / trials;
        double square = z * z / trials;
        double middle = (p + square / 2) / (1 + square);
        double half = z * Math.sqrt(p * (1 - p) / trials + square / (4 * trials)) / (1 + square);
        return new Interval(
                successes == 0 ? 0 : Math.max(0, middle - half), successes == trials ? 1 : Math.min(1, middle + half));
    }

    /** Newcombe's interval of the difference p1 - p2, from the two Wilson intervals. */
    public static Interval difference(long k1, long n1, long k2, long n2, double confidence) {
        Interval first = wilson(k1, n1, confidence);
        Interval second = wilson(k2, n2, confidence);
        double p1 = (double) k1 / n1;
        double p2 = (double) k2 / n2;
        return new Interval(
                p1 - p2 - Math.hypot(p1 - first.low(), second.high() - p2),
                p1 - p2 + Math.hypot(first.high() - p1, p2 - second.low()));
    }

    /** Two-sided p-value of Fisher's exact test that the proportions are equal. */
    public static double fisher(long k1, long n1, long k2, long n2) {
        int[][] table = {
            {Math.toIntExact(k1), Math.toIntExact(n1 - k1)}, {Math.toIntExact(k2), Math.toIntExact(n2 - k2)}
        };
        if (k1 + k2 == 0 || k1 + k2 == n1 + n2) {
            return 1;
        }
        return FisherExactTest.withDefaults()
                .with(AlternativeHypothesis.TWO_SIDED)
                .test(table)
                .getPValue();
    }
}
