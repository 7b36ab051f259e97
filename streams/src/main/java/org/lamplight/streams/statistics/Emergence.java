package org.lamplight.streams.statistics;

/**
 * Is a place getting more of the force's reports than its own past share? The share test compares places with each other at
 * the same time, so a force-wide wave of reporting, or a common delay, cancels out.
 */
public final class Emergence {
    /** Days of prior weight that every cell has: it stands for the reports an average cell would have had. */
    public static final double PRIOR_DAYS = 28;

    private Emergence() {}

    /**
     * A place's weight before the window: alpha = H + 28 m0 W, where H is the decayed count of its disk, W its cells and
     * m0 = total H / (b N) the average daily count of a cell.
     *
     * @param diskHistory decayed count of the disk up to the day before the window
     * @param diskSize cells of the disk
     * @param dailyMean m0
     */
    public static double weight(double diskHistory, int diskSize, double dailyMean) {
        return diskHistory + PRIOR_DAYS * dailyMean * diskSize;
    }

    /**
     * P(the disk gets at least this many of the window's reports), beta-binomial given the weights of the past.
     *
     * @param inDisk reports of the window in the disk
     * @param inForce reports of the window in the force
     * @param weight the disk's weight, {@link #weight}
     * @param total the weight of the whole force
     * @param dispersion how much more the shares vary than the model says, at least 1; weights are divided by it
     */
    public static double p(long inDisk, long inForce, double weight, double total, double dispersion) {
        return inDisk == 0 ? 1 : Tails.betaBinomialAtLeast(inForce, inDisk, weight / dispersion, total / dispersion);
    }

    /** The smallest p of several windows, paid for by their number (Bonferroni). */
    public static double adjusted(double... p) {
        double least = 1;
        for (double each : p) {
            least = Math.min(least, each);
        }
        return Math.min(1, p.length * least);
    }

    /**
     * How much more the shares vary than the model says, by moments over earlier windows: with S reports of n in a disk
     * that has the share q of the weight A, the model expects sum n q (1 - q) (1 + (n - 1) / (A + 1)) of sum (S - n q)^2; the
     * excess over the multinomial part n q (1 - q), in terms of the excess expected, is the dispersion.
     */
    public static final class Dispersion {
        private double excess;
        private double expectedExcess;

        /**
         * Adds a window.
         *
         * @param inDisk reports of each disk
         * @param inForce reports of the force
         * @param weights decayed count of each disk before the window, without a prior
         * @param total decayed count of the force
         */
        public void add(int[] inDisk, long inForce, double[] weights, double total) {
            for (int disk = 0; disk < inDisk.length; disk++) {
                double share = weights[disk] / total;
                double error = inDisk[disk] - inForce * share;
                double multinomial = inForce * share * (1 - share);
                excess += error * error - multinomial;
                expectedExcess += multinomial * (inForce - 1) / (total + 1);
            }
        }

        /** At least 1, and 1 if there is nothing to estimate it from. */
        public double value() {
            return expectedExcess > 0 ? Math.max(1, excess / expectedExcess) : 1;
        }
    }
}
