package org.lamplight.streams.statistics;

import java.util.Arrays;

/**
 * By how much more, or less, is reported at a time of the year: the ratio of weekly counts to their centred moving average of a
 * year, pooled over years and over seven neighbouring weeks, mean 1. Ten reports' worth of "no season" is added to each side,
 * so that a sparse series does not take chance for a season. Years are of 52 weeks: that the calendar slips by a day a year
 * is less than the seven weeks blur.
 *
 * <p>Source: classical decomposition, e.g. Hyndman and Athanasopoulos 2021, section 3.4.
 */
public final class Season {
    /** No season: every factor is 1. */
    public static final Season NONE = new Season(filled(1));

    private static final int YEAR = 52;
    private static final int HALF_YEAR = YEAR / 2;
    private static final int YEARS_NEEDED = 2;
    private static final int NEIGHBOURS = 3;
    private static final double PRIOR_REPORTS = 10;

    private final double[] factors;

    private Season(double[] factors) {
        this.factors = factors;
    }

    /**
     * Learns the season of a series; {@link #NONE} before there are two years of it.
     *
     * @param counts weekly counts of all areas together, corrected for what has not arrived
     * @param firstWeek number of the first week, on any scale that {@link #factor} is asked on too
     */
    public static Season of(double[] counts, int firstWeek) {
        if (counts.length < YEARS_NEEDED * YEAR) {
            return NONE;
        }
        double[] seen = new double[YEAR];
        double[] usual = new double[YEAR];
        for (int week = HALF_YEAR; week < counts.length - HALF_YEAR; week++) {
            int place = Math.floorMod(firstWeek + week, YEAR);
            seen[place] += counts[week];
            usual[place] += movingAverage(counts, week);
        }
        double[] factors = new double[YEAR];
        for (int place = 0; place < YEAR; place++) {
            factors[place] = (PRIOR_REPORTS + around(seen, place)) / (PRIOR_REPORTS + around(usual, place));
        }
        double mean = Arrays.stream(factors).average().orElseThrow();
        return new Season(Arrays.stream(factors).map(factor -> factor / mean).toArray());
    }

    /** The factor of a week. */
    public double factor(int week) {
        return factors[Math.floorMod(week, YEAR)];
    }

    private static double movingAverage(double[] counts, int week) {
        double sum = (counts[week - HALF_YEAR] + counts[week + HALF_YEAR]) / 2;
        for (int near = week - HALF_YEAR + 1; near < week + HALF_YEAR; near++) {
            sum += counts[near];
        }
        return sum / YEAR;
    }

    private static double around(double[] values, int place) {
        double sum = 0;
        for (int near = place - NEIGHBOURS; near <= place + NEIGHBOURS; near++) {
            sum += values[Math.floorMod(near, YEAR)];
        }
        return sum;
    }

    private static double[] filled(double value) {
        double[] all = new double[YEAR];
        Arrays.fill(all, value);
        return all;
    }
}
