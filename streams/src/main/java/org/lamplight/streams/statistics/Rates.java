package org.lamplight.streams.statistics;

import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;

/** Rates of Poisson counts and how two of them compare. Source: Garwood 1936; Jeffreys priors. */
public final class Rates {
    private Rates() {}

    /**
     * Exact limits of a Poisson mean: the gamma quantiles of shape x and x + 1.
     *
     * @param count x, at least 0
     * @param confidence e.g. 0.95
     */
    public static Interval exactLimits(long count, double confidence) {
        double tail = (1 - confidence) / 2;
        return new Interval(
                count == 0 ? 0 : GammaDistribution.of((double) count, 1).inverseCumulativeProbability(tail),
                GammaDistribution.of(count + 1.0, 1).inverseSurvivalProbability(tail));
    }

    /**
     * P(the first rate is higher than the second), each gamma (x + 1/2, t): 1 - I_{t1/(t1+t2)}(x1 + 1/2, x2 + 1/2).
     *
     * @param x1 count of the first
     * @param t1 exposure of the first, above 0
     * @param x2 count of the second
     * @param t2 exposure of the second, above 0
     */
    public static double firstIsHigher(long x1, double t1, long x2, double t2) {
        return RegularizedBeta.complement(t1 / (t1 + t2), x1 + 0.5, x2 + 0.5);
    }

    /** The interval of the ratio of the first rate to the second that belongs to {@link #firstIsHigher}. */
    public static Interval ratio(long x1, double t1, long x2, double t2, double confidence) {
        FDistribution f = FDistribution.of(2 * x1 + 1.0, 2 * x2 + 1.0);
        double scale = (x1 + 0.5) / t1 / ((x2 + 0.5) / t2);
        double tail = (1 - confidence) / 2;
        return new Interval(scale * f.inverseCumulativeProbability(tail), scale * f.inverseSurvivalProbability(tail));
    }
}
