package org.lamplight.streams.statistics;

import java.util.Arrays;

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
        double[] sorted = p.clone();
        Arrays.sort(sorted);
        double[] least = new double[n];
        double above = 1;
        for (int i = n - 1; i >= 0; i--) {
            above = Math.min(above, sorted[i] * n / (i + 1));
            least[i] = above;
        }
        double[] q = new double[n];
        for (int i = 0; i < n; i++) {
            // Equal p-values share a q-value, so it does not matter which of them is found.
            q[i] = least[Arrays.binarySearch(sorted, p[i])];
        }
        return q;
    }
}
