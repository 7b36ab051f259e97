package org.lamplight.streams.statistics;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/** Probabilities of a count at least, or at most, as large as the one seen, accurate however small they are. */
public final class Tails {
    /** A negative binomial of a larger size is a Poisson to double precision. */
    private static final double POISSON_SIZE = 1e12;

    private Tails() {}

    /**
     * P(S &gt;= s) for S beta-binomial: how likely a place gets s or more of n reports when its share of the past was alpha of
     * total. The first term comes from log-beta functions, the others from the ratio of neighbours
     * f(k+1)/f(k) = (n-k)(alpha+k) / ((k+1)(n-k-1+beta)).
     *
     * @param n reports to share out, at least 0
     * @param s reports the place got, 0 to n
     * @param alpha weight of the place, above 0
     * @param total weight of all places, at least alpha; equal to alpha where there is no other place
     */
    public static double betaBinomialAtLeast(long n, long s, double alpha, double total) {
        double beta = total - alpha;
        if (s <= 0 || beta <= 0) {
            return 1;
        }
        double logChoose = -Math.log(n + 1.0) - LogBeta.value(s + 1.0, n - s + 1.0);
        double term = Math.exp(logChoose + LogBeta.value(s + alpha, n - s + beta) - LogBeta.value(alpha, beta));
        double sum = 0;
        for (long k = s; k <= n && term > sum * 1e-17; k++) {
            sum += term;
            term *= (n - k) * (alpha + k) / ((k + 1.0) * (n - k - 1 + beta));
        }
        return Math.min(1, sum);
    }

    /**
     * P(Y &gt;= y) for Y negative binomial with this mean and size (variance mean + mean^2/size), by the regularised incomplete
     * beta function.
     *
     * @param y count seen
     * @param mean above 0
     * @param size above 0; infinite for a Poisson
     */
    public static double negativeBinomialAtLeast(long y, double mean, double size) {
        if (y <= 0) {
            return 1;
        }
        return size > POISSON_SIZE
                ? RegularizedGamma.P.value((double) y, mean)
                : RegularizedBeta.value(mean / (mean + size), (double) y, size);
    }

    /** P(Y &lt;= y) for the same distribution. */
    public static double negativeBinomialAtMost(long y, double mean, double size) {
        if (y < 0) {
            return 0;
        }
        return size > POISSON_SIZE
                ? RegularizedGamma.Q.value(y + 1.0, mean)
                : RegularizedBeta.complement(mean / (mean + size), y + 1.0, size);
    }

    /** The smallest y with P(Y &lt;= y) &gt;= probability, for the same distribution. */
    public static long negativeBinomialQuantile(double probability, double mean, double size) {
        long high = 1;
        while (negativeBinomialAtMost(high - 1, mean, size) < probability) {
            high *= 2;
        }
        long low = 0;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (negativeBinomialAtMost(middle, mean, size) >= probability) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
