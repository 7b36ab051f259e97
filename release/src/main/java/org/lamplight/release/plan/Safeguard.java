package org.lamplight.release.plan;

import org.lamplight.release.audit.Interval;
import org.lamplight.release.audit.Need;
import org.lamplight.release.rules.Disguise;
import org.lamplight.release.rules.Dominance;
import org.lamplight.release.rules.Perturbation;
import org.lamplight.release.rules.Rounding;
import org.lamplight.schemas.ProtectionMethod;
import org.lamplight.schemas.ReleasedTrend;

/** How single counts of a source are made safe, and what each value or gap tells a reader. */
final class Safeguard {
    /** A count that is withheld must be able to take this many values. */
    private static final int VALUES = 4;

    private final Protection protection;
    private final Disguise disguise;

    Safeguard(Protection protection) {
        this.protection = protection;
        this.disguise = disguise(protection.method(), protection.threshold(), protection.base());
    }

    boolean isSafe(Tally tally) {
        return !isSmall(tally) && room(tally) == 0;
    }

    /** Whether a count is below the threshold, exactly or with noise. */
    boolean isSmall(Tally tally) {
        return disguise.hides(tally.reports(), tally.keySum());
    }

    /** Whether the exact count is below the threshold. */
    boolean isBelow(Tally tally) {
        return tally.reports() < disguise.threshold();
    }

    long released(Tally tally) {
        return disguise.released(tally.reports(), tally.keySum());
    }

    /** What a reader concludes from the value that is released for a count. */
    Interval told(Tally tally) {
        return behind(disguise, released(tally));
    }

    /** What a reader is taken to know of a count for which nothing is released: whether it is below the threshold. */
    Interval untold(Tally tally) {
        return isBelow(tally) ? new Interval(0, disguise.threshold() - 1) : Interval.atLeast(disguise.threshold());
    }

    /** How uncertain a count must stay for which nothing is released. */
    Need need(Tally tally) {
        long room = isBelow(tally) ? 0 : room(tally);
        return new Need(Math.min(VALUES, disguise.threshold()), tally.reports() + room);
    }

    /**
     * What an earlier row still tells of a count as it now stands. Where late reports have made the count greater than
     * the row allowed, a reader who takes it that counts only grow keeps the low end; where it has shrunk, nothing.
     */
    static Interval told(ReleasedTrend row, long count) {
        Interval then = behind(disguise(row.getMethod(), row.getThreshold(), row.getBase()), row.getCount());
        if (then.holds(count)) {
            return then;
        }
        return count > then.high() ? Interval.atLeast(then.low()) : Interval.ANY;
    }

    private long room(Tally tally) {
        return protection.dominance() ? Dominance.protection(tally.reports(), tally.largestPremises()) : 0;
    }

    private static Interval behind(Disguise disguise, long released) {
        return new Interval(disguise.lowest(released), disguise.highest(released));
    }

    private static Disguise disguise(ProtectionMethod method, int threshold, int base) {
        return switch (method) {
            case ROUNDED -> new Rounding(threshold, base);
            case CELL_KEY -> Perturbation.published(threshold);
            case UNKNOWN -> throw new IllegalArgumentException("Counts are protected by ROUNDED or CELL_KEY.");
        };
    }
}
