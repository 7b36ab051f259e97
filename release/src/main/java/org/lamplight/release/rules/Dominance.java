package org.lamplight.release.rules;

import java.util.List;

/**
 * Whether so much of a count comes from one or two premises that they could tell each other's part: the (n, k) rule with
 * n = 2 and k = 90 %, and the p % rule with p = 10.
 *
 * <p>Source: Hundepool and others, Statistical Disclosure Control, 2012, 4.2.2. A cell is unsafe if its two largest
 * contributors make up more than k of it, or if what the others contribute is less than p of the largest.
 */
public final class Dominance {
    private static final double K = 0.90;
    private static final double P = 0.10;

    private Dominance() {}

    /**
     * By how much a reader's highest estimate of a count must exceed it; 0 where no premises dominate. The upper
     * protection levels of the two rules, 4.3 of the same book.
     *
     * @param count the count
     * @param largest contributions of the largest premises, descending
     */
    public static long protection(long count, List<Long> largest) {
        if (largest.isEmpty()) {
            return 0;
        }
        long first = largest.get(0);
        long second = largest.size() > 1 ? largest.get(1) : 0;
        double share = (first + second) / K - count;
        double percent = P * first - (count - first - second);
        return (long) Math.ceil(Math.max(0, Math.max(share, percent)) - 1e-9);
    }
}
