package org.lamplight.streams.surface;

import java.util.Arrays;
import java.util.Optional;
import org.lamplight.streams.rules.Intensity;
import org.lamplight.streams.statistics.Emergence;

/** What the incidents up to a day let expect of each disk. Cells go by their number on the grid, days are epoch days. */
final class Past {
    /** A past shorter than this, in days, is none to compare with. */
    private static final int SHORTEST = 28;

    private final double[] weights;
    private final double total;
    private final double exposure;
    private final double dailyMean;

    private Past(double[] weights, double total, double exposure, double dailyMean) {
        this.weights = weights;
        this.total = total;
        this.exposure = exposure;
        this.dailyMean = dailyMean;
    }

    /**
     * The past up to a day; empty where it is too short, or nothing happened in it.
     *
     * @param decayed decayed count of each cell on the last day
     */
    static Optional<Past> of(Disks disks, double[] decayed, int firstDay, int lastDay) {
        int days = lastDay + 1 - firstDay;
        double sum = Arrays.stream(decayed).sum();
        if (days < SHORTEST || sum <= 0) {
            return Optional.empty();
        }
        double exposure = (1 - Math.pow(Intensity.DAILY_DECAY, days)) / (1 - Intensity.DAILY_DECAY);
        double dailyMean = sum / exposure / decayed.length;
        double[] weights = disks.sums(decayed);
        for (int cell = 0; cell < weights.length; cell++) {
            weights[cell] = Emergence.weight(weights[cell], disks.size(cell), dailyMean);
        }
        return Optional.of(new Past(weights, Emergence.weight(sum, decayed.length, dailyMean), exposure, dailyMean));
    }

    /** Weight of each disk. */
    double[] weights() {
        return weights;
    }

    /** Weight of the force. */
    double total() {
        return total;
    }

    /** Days of full weight that the past is worth. */
    double exposure() {
        return exposure;
    }

    /** Average count of a cell in a day. */
    double dailyMean() {
        return dailyMean;
    }
}
