package org.lamplight.bench.servers;

import java.util.Arrays;
import java.util.Locale;

/** Values, from the least to the largest. */
public final class Distribution {
    private final double[] sorted;

    private Distribution(double[] sorted) {
        this.sorted = sorted;
    }

    /** Of these, one or more. */
    public static Distribution of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Distribution(sorted);
    }

    /** How many there are. */
    public int size() {
        return sorted.length;
    }

    /** What this share of them, more than 0 and 1 at most, is no larger than. */
    public double quantile(double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    /** The middle one. */
    public double median() {
        return sorted[sorted.length / 2];
    }

    /** The largest. */
    public double max() {
        return sorted[sorted.length - 1];
    }

    /** Least, middle and largest, as cells of a table. */
    public String spread(String format) {
        return String.format(Locale.ROOT, String.join(" | ", format, format, format), sorted[0], median(), max());
    }
}
