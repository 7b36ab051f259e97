package org.lamplight.streams.statistics;

/**
 * How much of what happened has arrived after so many days: the reverse-time hazard estimate of a delay distribution from
 * reports that are still coming in. Source: Lawless 1994.
 */
public final class DelayDistribution {
    private final double[] cdf;

    private DelayDistribution(double[] cdf) {
        this.cdf = cdf;
    }

    /**
     * Estimates the distribution: h(k) = #(delay = k) / #(delay &lt;= k) over reports old enough to have shown a delay of k, and
     * F(d) = product over k &gt; d of (1 - h(k)).
     *
     * @param equal equal[k] = reports with delay k, among those at least k old; delays above the last count as the last
     * @param atMost atMost[k] = reports with delay at most k, among those at least k old
     */
    public static DelayDistribution of(long[] equal, long[] atMost) {
        double[] cdf = new double[equal.length];
        double product = 1;
        for (int k = equal.length - 1; k >= 0; k--) {
            cdf[k] = product;
            product *= atMost[k] == 0 ? 1 : 1 - (double) equal[k] / atMost[k];
        }
        return new DelayDistribution(cdf);
    }

    /** The share that has arrived a number of days after the event: 0 before it, 1 beyond the longest delay. */
    public double completeness(int days) {
        return days < 0 ? 0 : days >= cdf.length ? 1 : cdf[days];
    }
}
