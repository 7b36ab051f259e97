package org.lamplight.streams.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The three early aberration rules that public health uses for short series: a week is compared with the mean and the standard
 * deviation of the weeks just before it. Kept to compare with, not used for any row: where weeks are mostly zero the standard
 * deviation is too, and they alarm at anything. Source: Hutwagner and others 2003; Salmon, Schumacher and Höhle 2016.
 */
public enum Ears {
    /** Baseline ends the week before; alarm above mean + z(1 - 0.001) sd. */
    C1(0, 0.001),
    /** Baseline ends three weeks before, so that an outbreak does not hide itself; the same limit. */
    C2(2, 0.001),
    /**
     * Alarms where the two weeks before, each by what it lay beyond one standard deviation, together exceed z(1 - 0.025):
     * count(t) &gt; count(t) + sd (z - sum over i in {t-1, t-2} of max(0, C2(i) - 1)). So the week's own count does not matter;
     * this is how the R package surveillance, which we reproduce, has it.
     */
    C3(2, 0.025);

    private final int lag;
    private final double z;

    Ears(int lag, double alpha) {
        this.lag = lag;
        this.z = NormalDistribution.of(0, 1).inverseSurvivalProbability(alpha);
    }

    /** How many weeks a series must have before the first that is judged. */
    public int weeksBefore(int baseline) {
        return baseline + lag + (this == C3 ? 2 : 0);
    }

    /**
     * The count above which a week alarms.
     *
     * @param counts weekly counts, NaN where a week is missing
     * @param week index of the week judged, at least {@link #weeksBefore}
     * @param baseline weeks of the baseline, usually 7
     * @param leastSd a floor of the standard deviation, usually 0
     * @return NaN where a week of the baseline is missing, and for C3 where nothing varies
     */
    public double limit(double[] counts, int week, int baseline, double leastSd) {
        Moments moments = moments(counts, week, baseline, leastSd);
        if (this != C3) {
            return moments.mean + z * moments.sd;
        }
        double excess = excess(counts, week - 1, baseline, leastSd) + excess(counts, week - 2, baseline, leastSd);
        return Math.max(0, counts[week] + moments.sd * (z - excess));
    }

    private double excess(double[] counts, int week, int baseline, double leastSd) {
        Moments moments = moments(counts, week, baseline, leastSd);
        return Math.max(0, (counts[week] - moments.mean) / moments.sd - 1);
    }

    private Moments moments(double[] counts, int week, int baseline, double leastSd) {
        int end = week - lag;
        double mean = Arrays.stream(counts, end - baseline, end).sum() / baseline;
        double squares = 0;
        for (int i = end - baseline; i < end; i++) {
            squares += (counts[i] - mean) * (counts[i] - mean);
        }
        return new Moments(mean, Math.max(leastSd, Math.sqrt(squares / (baseline - 1))));
    }

    private record Moments(double mean, double sd) {}
}
