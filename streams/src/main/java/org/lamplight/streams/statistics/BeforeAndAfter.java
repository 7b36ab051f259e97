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

    /** Whether there is a ratio of ratios: none of the counts is 0. */
    public boolean hasRatio() {
        return treatedBefore > 0 && treatedAfter > 0 && comparisonBefore > 0 && comparisonAfter > 0;
    }

    /**
     * The change in the treated area over the change in the comparison area: 1 where both changed alike. This and its
     * error are defined only where there {@linkplain #hasRatio() is a ratio}.
     */
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
        double half = z(confidence) * logStandardError() * Math.sqrt(dispersion);
        return new Interval(ratioOfRatios() * Math.exp(-half), ratioOfRatios() * Math.exp(half));
    }

    /** Difference in differences (T1 - T0) - (C1 - C0): 0 where both changed by the same number. */
    public long difference() {
        return treatedAfter - treatedBefore - (comparisonAfter - comparisonBefore);
    }

    /** Its standard error sqrt(T0 + T1 + C0 + C1), for Poisson counts. Source: Wheeler and Ratcliffe 2018. */
    public double differenceStandardError() {
        return Math.sqrt((double) treatedBefore + treatedAfter + comparisonBefore + comparisonAfter);
    }

    /** The interval of the difference in differences. */
    public Interval differenceInterval(double confidence, double dispersion) {
        return around((double) difference(), differenceStandardError(), confidence, dispersion);
    }

    /**
     * Weighted displacement difference: the difference in differences of the treated area and that of a buffer around it,
     * (T1 - T0) + (B1 - B0) - 2 (C1 - C0), so that what only moved to the buffer counts for nothing. Source: Wheeler and
     * Ratcliffe 2018, with the comparison area as the control of both.
     */
    public long totalDifference(long bufferBefore, long bufferAfter) {
        return difference() + withTreated(bufferBefore, bufferAfter).difference();
    }

    /**
     * Its interval. The standard error is sqrt(T0 + T1 + B0 + B1 + 4 (C0 + C1)): the same comparison counts enter twice,
     * and twice a Poisson count has four times its variance. (With a control of its own for the buffer, as in the paper,
     * eight independent counts would simply add up.)
     */
    public Interval totalDifferenceInterval(long bufferBefore, long bufferAfter, double confidence, double dispersion) {
        double variance = (double) treatedBefore
                + treatedAfter
                + bufferBefore
                + bufferAfter
                + 4.0 * (comparisonBefore + comparisonAfter);
        return around((double) totalDifference(bufferBefore, bufferAfter), Math.sqrt(variance), confidence, dispersion);
    }

    /** The same comparison for another treated area. */
    public BeforeAndAfter withTreated(long before, long after) {
        return new BeforeAndAfter(before, after, comparisonBefore, comparisonAfter);
    }

    private static Interval around(double estimate, double standardError, double confidence, double dispersion) {
        double half = z(confidence) * standardError * Math.sqrt(dispersion);
        return new Interval(estimate - half, estimate + half);
    }

    private static double z(double confidence) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
    }
}
