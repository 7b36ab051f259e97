package org.lamplight.streams.statistics;

import java.util.OptionalDouble;

/** How large a rise must be to be seen. */
public final class MinimumDetectable {
    private static final double ALARM = 0.005;
    private static final double POWER = 0.8;
    private static final int WEEKS = 4;
    private static final double LARGEST = 100;
    private static final double PRECISION = 1.001;

    private MinimumDetectable() {}

    /**
     * The smallest m such that, with the mean m times the expected one, at least one of 4 weeks would have p of at most 0.005 with
     * a probability of 0.8: found by halving, to a thousandth.
     *
     * @param expected mean of a full week, above 0
     * @param size size of its negative binomial ({@link GammaPoisson#size}), which sets the count that alarms
     * @param dispersion variance over mean of the counts after the rise, at least 1
     * @return empty where not even a hundredfold would be seen
     */
    public static OptionalDouble ratio(double expected, double size, double dispersion) {
        long alarm = 1 + Tails.negativeBinomialQuantile(1 - ALARM, expected, size);
        double inOneWeek = 1 - Math.pow(1 - POWER, 1.0 / WEEKS);
        if (alarms(alarm, LARGEST * expected, dispersion) < inOneWeek) {
            return OptionalDouble.empty();
        }
        double low = 1;
        double high = LARGEST;
        while (high > low * PRECISION) {
            double middle = Math.sqrt(low * high);
            if (alarms(alarm, middle * expected, dispersion) < inOneWeek) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(high);
    }

    private static double alarms(long alarm, double mean, double dispersion) {
        return Tails.negativeBinomialAtLeast(alarm, mean, mean / (dispersion - 1));
    }
}
