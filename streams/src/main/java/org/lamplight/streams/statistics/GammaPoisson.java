package org.lamplight.streams.statistics;

import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * What to expect of a count from its own decayed past: counts are Poisson with a rate that drifts, known as a gamma
 * distribution. Both sums are linear in the counts, so the order of arrival does not matter and a retraction is a subtraction.
 * Source: West and Harrison 1997, Harvey and Fernandes 1989.
 *
 * @param shape alpha: decayed count, prior included
 * @param rate beta: decayed exposure, prior included
 */
public record GammaPoisson(double shape, double rate) {

    /**
     * The state of knowledge about one series.
     *
     * @param decayedCount sum of delta^age y
     * @param decayedExposure sum of delta^age times the share of each period that had arrived
     * @param priorPeriods kappa: how many periods the prior is worth
     * @param priorMean m0: mean count of a period at this level
     */
    public static GammaPoisson of(double decayedCount, double decayedExposure, double priorPeriods, double priorMean) {
        return new GammaPoisson(decayedCount + priorPeriods * priorMean, decayedExposure + priorPeriods);
    }

    /**
     * The mean expected of a period.
     *
     * @param exposure season factor times the share of the period that has arrived
     */
    public double expected(double exposure) {
        return exposure * shape / rate;
    }

    /**
     * The size of the negative binomial expected: r = mu / (phi - 1 + mu / alpha).
     *
     * @param expected mu
     * @param dispersion phi, at least 1
     */
    public double size(double expected, double dispersion) {
        return expected / (dispersion - 1 + expected / shape);
    }

    /** P(a count at least this large), given the exposure and the dispersion phi. */
    public double atLeast(long count, double exposure, double dispersion) {
        double mean = expected(exposure);
        return Tails.negativeBinomialAtLeast(count, mean, size(mean, dispersion));
    }

    /** P(the rate is above this one). */
    public double isAbove(double threshold) {
        return RegularizedGamma.Q.value(shape, rate * threshold);
    }

    /** P(a count at most this large). */
    public double atMost(long count, double exposure, double dispersion) {
        double mean = expected(exposure);
        return Tails.negativeBinomialAtMost(count, mean, size(mean, dispersion));
    }
}
