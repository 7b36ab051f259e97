package org.lamplight.streams.statistics;

/**
 * What kind of hot spot a cell has been over a series of windows, the newest last. After Esri's emerging hot spot analysis, with
 * {@link #FORMER} added for places that were hot and are not.
 */
public enum EmergingClass {
    /** Hot in the newest window only. */
    NEW,
    /** Hot in exactly the last two or more windows. */
    CONSECUTIVE,
    /** Hot now and on and off before. */
    SPORADIC,
    /** Hot now, significantly cold at some time before. */
    OSCILLATING,
    /** Hot nine windows in ten, and getting hotter. */
    INTENSIFYING,
    /** Hot nine windows in ten, without a trend. */
    PERSISTENT,
    /** Hot nine windows in ten, and getting cooler. */
    DIMINISHING,
    /** Hot nine windows in ten, but not now. */
    HISTORICAL,
    /** Hot at some time before, but not now. */
    FORMER,
    /** Never hot. */
    NONE;

    private static final double MOST = 0.9;
    private static final double SIGNIFICANT = 0.05;

    /**
     * Classifies a cell.
     *
     * @param z Gi* of each window
     * @param hot whether the window was significantly hot
     * @param cold whether it was significantly cold
     */
    public static EmergingClass of(double[] z, boolean[] hot, boolean[] cold) {
        int last = hot.length - 1;
        int hotWindows = count(hot);
        if (hotWindows >= MOST * hot.length) {
            return hot[last] ? byTrend(MannKendall.of(z)) : HISTORICAL;
        }
        if (!hot[last]) {
            return hotWindows > 0 ? FORMER : NONE;
        }
        if (count(cold) > 0) {
            return OSCILLATING;
        }
        return hotWindows == 1 ? NEW : hotWindows == finalRun(hot) ? CONSECUTIVE : SPORADIC;
    }

    private static EmergingClass byTrend(MannKendall trend) {
        if (trend.p() > SIGNIFICANT) {
            return PERSISTENT;
        }
        return trend.s() > 0 ? INTENSIFYING : DIMINISHING;
    }

    private static int count(boolean[] flags) {
        int n = 0;
        for (boolean flag : flags) {
            n += flag ? 1 : 0;
        }
        return n;
    }

    private static int finalRun(boolean[] hot) {
        int run = 0;
        while (run < hot.length && hot[hot.length - 1 - run]) {
            run++;
        }
        return run;
    }
}
