package org.lamplight.streams.statistics;

/**
 * What a period's count will be once everything has arrived, from what has.
 *
 * @param mean expected final count
 * @param interval90 5th and 95th percentile of the final count
 */
public record Nowcast(double mean, Interval interval90) {

    /**
     * Completes a count. With the rate gamma (alpha, beta) before, it is gamma (alpha + y, beta + pi) after y reports at
     * completeness pi, and what is still to come is negative binomial with mean (alpha + y)(1 - pi)/(beta + pi).
     *
     * @param shape alpha of the full period's rate
     * @param rate beta of the full period's rate
     * @param completeness pi, the share that has arrived, 0 to 1
     * @param count y, the reports so far
     */
    public static Nowcast of(double shape, double rate, double completeness, long count) {
        double toCome = (shape + count) * (1 - completeness) / (rate + completeness);
        if (toCome <= 0) {
            return new Nowcast(count, new Interval(count, count));
        }
        double size = shape + count;
        return new Nowcast(
                count + toCome,
                new Interval(
                        count + Tails.negativeBinomialQuantile(0.05, toCome, size),
                        count + Tails.negativeBinomialQuantile(0.95, toCome, size)));
    }
}
