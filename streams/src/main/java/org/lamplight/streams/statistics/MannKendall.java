package org.lamplight.streams.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Does a series go up or down? The Mann-Kendall test with corrections for ties and continuity.
 *
 * @param s pairs that rise minus pairs that fall
 * @param variance variance of s under no trend, corrected for ties
 */
public record MannKendall(long s, double variance) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Tests a series in order of time. */
    public static MannKendall of(double[] series) {
        long s = 0;
        for (int i = 0; i < series.length; i++) {
            for (int j = i + 1; j < series.length; j++) {
                s += (long) Math.signum(series[j] - series[i]);
            }
        }
        double[] sorted = series.clone();
        Arrays.sort(sorted);
        double variance = pairs(series.length);
        for (int from = 0, to; from < sorted.length; from = to) {
            to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            variance -= pairs(to - from);
        }
        return new MannKendall(s, variance / 18);
    }

    private static double pairs(int n) {
        return (double) n * (n - 1) * (2 * n + 5);
    }

    /** The standard score with continuity correction; 0 where s or the variance is 0. */
    public double z() {
        return variance > 0 ? (s - Long.signum(s)) / Math.sqrt(variance) : 0;
    }

    /** Two-sided p-value by the normal approximation; 1 where all values are tied. */
    public double p() {
        return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z())));
    }
}
