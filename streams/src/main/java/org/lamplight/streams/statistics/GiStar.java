package org.lamplight.streams.statistics;

import java.util.Arrays;
import org.apache.commons.numbers.combinatorics.BinomialCoefficientDouble;

/**
 * Getis-Ord Gi*: is the sum over a cell and its ring larger than a random arrangement of the area's counts would make it?
 * Sources: Getis and Ord 1992, 1995; the exact tail is the distribution of a sum drawn without replacement.
 */
public final class GiStar {
    private final int cells;
    private final double mean;
    private final double variance;
    private final double[][] atLeast;
    private final double[][] atMost;

    /**
     * Prepares the answers for one surface.
     *
     * @param counts count of every cell of the study area, zeros included
     * @param largestDisk the most cells a disk has
     */
    public GiStar(long[] counts, int largestDisk) {
        cells = counts.length;
        double sum = 0;
        double squares = 0;
        for (long count : counts) {
            sum += count;
            squares += (double) count * count;
        }
        mean = sum / cells;
        variance = squares / cells - mean * mean;
        atMost = probabilities(counts, Math.min(largestDisk, cells));
        atLeast = new double[atMost.length][];
        for (int size = 0; size < atMost.length; size++) {
            atLeast[size] = atMost[size].clone();
            sumUpFromAbove(atLeast[size]);
            sumUpFromBelow(atMost[size]);
        }
    }

    /**
     * z = (S - W m) / sqrt(v (n W - W^2) / (n - 1)) with S the disk's sum, W its size, n the number of cells, m and v the mean
     * and the population variance of the counts.
     *
     * @return NaN where it is not defined: all counts equal, or the disk is the whole area
     */
    public double z(int diskSize, long diskSum) {
        return z(diskSize, (double) diskSum, cells, mean, variance);
    }

    static double z(int diskSize, double diskSum, int cells, double mean, double variance) {
        double spread = variance * ((double) cells * diskSize - (double) diskSize * diskSize) / (cells - 1.0);
        return spread > 0 ? (diskSum - diskSize * mean) / Math.sqrt(spread) : Double.NaN;
    }

    /** P(sum of as many counts drawn without replacement &gt;= diskSum), exact. */
    public double atLeast(int diskSize, long diskSum) {
        double[] tail = atLeast[diskSize];
        return diskSum <= 0 ? 1 : diskSum < tail.length ? tail[(int) diskSum] : 0;
    }

    /** P(sum of as many counts drawn without replacement &lt;= diskSum), exact. */
    public double atMost(int diskSize, long diskSum) {
        double[] tail = atMost[diskSize];
        return diskSum < 0 ? 0 : diskSum < tail.length ? tail[(int) diskSum] : 1;
    }

    /** Of [W][s]: P(sum of W counts drawn without replacement = s). */
    private static double[][] probabilities(long[] counts, int largestDisk) {
        long[] sorted = counts.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        int most = Math.toIntExact(Arrays.stream(sorted, n - largestDisk, n).sum());
        double[][] ways = new double[largestDisk + 1][most + 1];
        ways[0][0] = 1;
        for (int from = 0, to; from < n; from = to) {
            to = from;
            while (to < n && sorted[to] == sorted[from]) {
                to++;
            }
            ways = with(ways, (int) sorted[from], to - from);
        }
        for (int size = 0; size <= largestDisk; size++) {
            double all = BinomialCoefficientDouble.value(n, size);
            for (int sum = 0; sum <= most; sum++) {
                ways[size][sum] /= all;
            }
        }
        return ways;
    }

    private static void sumUpFromAbove(double[] terms) {
        double above = 0;
        for (int i = terms.length - 1; i >= 0; i--) {
            above += terms[i];
            terms[i] = Math.min(1, above);
        }
    }

    private static void sumUpFromBelow(double[] terms) {
        double below = 0;
        for (int i = 0; i < terms.length; i++) {
            below += terms[i];
            terms[i] = Math.min(1, below);
        }
    }

    /** Ways to choose k cells with a given sum, once cells of one more value may be chosen from. */
    private static double[][] with(double[][] ways, int value, int cellsOfValue) {
        int largest = ways.length - 1;
        int most = ways[0].length - 1;
        double[][] next = new double[largest + 1][most + 1];
        for (int take = 0; take <= Math.min(cellsOfValue, largest); take++) {
            double choices = BinomialCoefficientDouble.value(cellsOfValue, take);
            int gain = take * value;
            for (int k = 0; k + take <= largest; k++) {
                for (int sum = 0; sum + gain <= most; sum++) {
                    next[k + take][sum + gain] += choices * ways[k][sum];
                }
            }
        }
        return next;
    }
}
