package org.lamplight.streams.statistics;

import org.lamplight.schemas.EmergingClass;

/**
 * What kind of hot spot a cell has been over a series of windows. After Esri's emerging hot spot analysis, with
 * {@link EmergingClass#FORMER} added for places that were hot and are not. {@link EmergingClass} says what each means.
 */
public final class EmergingClasses {
    private static final double MOST = 0.9;
    private static final double SIGNIFICANT = 0.05;

    private EmergingClasses() {}

    /**
     * Classifies a cell.
     *
     * @param z Gi* of each window, the newest last
     * @param hot whether the window was significantly hot
     * @param cold whether it was significantly cold
     */
    public static EmergingClass of(double[] z, boolean[] hot, boolean[] cold) {
        int last = hot.length - 1;
        int hotWindows = count(hot);
        if (hotWindows >= MOST * hot.length) {
            return hot[last] ? byTrend(MannKendall.of(z)) : EmergingClass.HISTORICAL;
        }
        if (!hot[last]) {
            return hotWindows > 0 ? EmergingClass.FORMER : EmergingClass.NONE;
        }
        if (count(cold) > 0) {
            return EmergingClass.OSCILLATING;
        }
        return hotWindows == 1
                ? EmergingClass.NEW
                : hotWindows == finalRun(hot) ? EmergingClass.CONSECUTIVE : EmergingClass.SPORADIC;
    }

    private static EmergingClass byTrend(MannKendall trend) {
        if (trend.p() > SIGNIFICANT) {
            return EmergingClass.PERSISTENT;
        }
        return trend.s() > 0 ? EmergingClass.INTENSIFYING : EmergingClass.DIMINISHING;
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
