package org.lamplight.streams.statistics;

import java.util.stream.IntStream;

/** The false discovery rate at which each of many tests would be called. Source: Benjamini and Hochberg 1995. */
public final class BenjaminiHochberg {
    private BenjaminiHochberg() {}

    /**
     * Adjusted p-values: q(i) = min over j with p(j) &gt;= p(i) of n p(j) / rank(j), at most 1.
     *
     * @param p p-values, in any order, one for each test made, also the uninteresting ones
     * @return q-values in the same order
     */
    public static double[] adjust(double[] p) {
        int n = p.length;
        int[] descending = IntStream.range(0, n)
                .boxed()
                .sorted((a, b) -> Double.compare(p[b], p[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] q = new double[n];
        double least = 1;
        for (int i = 0; i < n; i++) {
            int at = descending[i];
            least = Math.min(least, p[at] * n / (n - i));
            q[at] = least;
        }
        return q;
    }
}
