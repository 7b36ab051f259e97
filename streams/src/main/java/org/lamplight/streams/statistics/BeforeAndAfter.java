package org.lamplight.streams.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Counts in a treated and a comparison area before and after a change.
 *
 * @param treatedBefore count in the treated area before
 * @param treatedAfter count there after
 * @param comparisonBefore count in the comparison area before
 * @param comparisonAfter count there after
 */
public record BeforeAndAfter(long treatedBefore, long treatedAfter, long comparisonBefore, long comparisonAfter) {

    /** The change in the treated area over the change in the comparison area: 1 where both changed alike. */
    public double ratioOfRatios() {
        return (double) treatedAfter / treatedBefore / ((double) comparisonAfter / comparisonBefore);
    }

    /** Standard error of its logarithm: sqrt(1/T0 + 1/T1 + 1/C0 + 1/C1), for Poisson counts. */
    public double logStandardError() {
        return Math.sqrt(1.0 / treatedBefore + 1.0 / treatedAfter + 1.0 / comparisonBefore + 1.0 / comparisonAfter);
    }

    /**
     * The interval of the ratio of ratios.
     *
     * @param confidence e.g. 0.95
     * @param dispersion how much more the counts vary than Poisson counts, at least 1
     */
    public Interval ratioInterval(double confidence, double dispersion) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
        double half = z * logStandardError() * Math.sqrt(dispersion);
        return new Interval(ratioOfRatios() * Math.exp(-half), ratioOfRatios() * Math.exp(half));
    }

    /** Weighted displacement difference (T1 - T0) - (C1 - C0). Source: Wheeler and Ratcliffe 2018. */
    public long displacementDifference() {
        return treatedAfter - treatedBefore - (comparisonAfter - comparisonBefore);
    }

    /** Its standard error sqrt(T0 + T1 + C0 + C1), for Poisson counts. */
    public double displacementStandardError() {
        return Math.sqrt((double) treatedBefore + treatedAfter + comparisonBefore + comparisonAfter);
    }
}
