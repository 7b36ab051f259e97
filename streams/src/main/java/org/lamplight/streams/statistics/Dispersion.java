package org.lamplight.streams.statistics;

import java.util.Arrays;
import java.util.Collection;

/** How much more counts vary than Poisson counts, whose variance is their mean. */
public final class Dispersion {
    private Dispersion() {}

    /**
     * Pearson's chi-squared over its degrees of freedom: sum (y - m)^2 / m over all series, m the mean of the count's own
     * series, over sum (n - 1). At least 1: counts that vary less than Poisson counts do so by chance. A series without
     * any count tells nothing and is left out. Source: McCullagh and Nelder 1989, 4.5.
     *
     * @param series counts of equally long periods; within a series they are expected to be alike
     */
    public static double pooled(Collection<long[]> series) {
        double chiSquared = 0;
        long freedom = 0;
        for (long[] counts : series) {
            double mean = Arrays.stream(counts).average().orElse(0);
            if (mean > 0) {
                chiSquared += Arrays.stream(counts)
                        .mapToDouble(count -> (count - mean) * (count - mean) / mean)
                        .sum();
                freedom += counts.length - 1;
            }
        }
        return freedom == 0 ? 1 : Math.max(1, chiSquared / freedom);
    }
}
