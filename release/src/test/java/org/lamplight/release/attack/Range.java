package org.lamplight.release.attack;

import org.lamplight.schemas.ProtectionMethod;
import org.lamplight.schemas.ReleasedTrend;

/** Least and greatest value that a count may have. */
record Range(long low, long high) {
    /** More reports than any county has. */
    static final long TOP = 1_000_000;

    static final Range ANY = new Range(0, TOP);
    /** The published perturbation table goes this far. */
    private static final long GREATEST_NOISE = 3;

    /** What may stand behind the released value of a row, by the published method. */
    static Range behind(ReleasedTrend row) {
        long around = row.getMethod() == ProtectionMethod.CELL_KEY ? GREATEST_NOISE : row.getBase() / 2;
        return new Range(Math.max(row.getThreshold(), row.getCount() - around), row.getCount() + around);
    }

    /** On which side of the threshold a count is. */
    static Range sideOf(long threshold, long count) {
        return count < threshold ? new Range(0, threshold - 1) : new Range(threshold, TOP);
    }

    boolean holds(long count) {
        return low <= count && count <= high;
    }

    Range and(Range other) {
        return new Range(Math.max(low, other.low), Math.min(high, other.high));
    }
}
