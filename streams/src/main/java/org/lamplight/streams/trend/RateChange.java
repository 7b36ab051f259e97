package org.lamplight.streams.trend;

import org.lamplight.schemas.Direction;
import org.lamplight.streams.statistics.Rates;

/**
 * The 4 weeks to a week against the up to 52 before them.
 *
 * @param recent incidents of the 4 weeks
 * @param recentExposure sum of their season factors times the share that has arrived
 * @param before incidents of the weeks before
 * @param beforeExposure the same sum over those
 * @param mayBeIncomplete whether the 4 weeks may lack reports of which nothing is known, so that no fall can be told
 */
record RateChange(long recent, double recentExposure, long before, double beforeExposure, boolean mayBeIncomplete) {
    static final int RECENT_WEEKS = 4;
    static final int WEEKS_BEFORE = 52;

    private static final int FEWEST = 5;
    private static final double SURE = 0.95;

    /** Whether there is anything to compare. */
    boolean isDefined() {
        return recentExposure > 0 && beforeExposure > 0;
    }

    /** P(the rate has risen), see {@link Rates#firstIsHigher}. */
    double pUp() {
        return Rates.firstIsHigher(recent, recentExposure, before, beforeExposure);
    }

    /** Whether that is clear. */
    Direction direction() {
        if (!isDefined() || recent + before < FEWEST) {
            return Direction.INSUFFICIENT;
        }
        double up = pUp();
        boolean falling = up <= 1 - SURE && !mayBeIncomplete;
        return up >= SURE ? Direction.RISING : falling ? Direction.FALLING : Direction.NO_CLEAR_CHANGE;
    }

    /** What a ratio of counts must be multiplied by to become one of rates. */
    double scale() {
        return beforeExposure / recentExposure;
    }
}
