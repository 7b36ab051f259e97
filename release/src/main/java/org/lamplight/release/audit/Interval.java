package org.lamplight.release.audit;

/**
 * Whole numbers from low to high.
 *
 * @param low the least
 * @param high the greatest; {@link #UNBOUNDED} where there is none
 */
public record Interval(long low, long high) {
    /** No count comes near it, and sums of it over all cells of a table stay within a long. */
    public static final long UNBOUNDED = 1L << 40;

    /** Any count. */
    public static final Interval ANY = atLeast(0);

    public Interval {
        if (low > high) {
            throw new IllegalArgumentException("An interval's low end is above its high end.");
        }
    }

    /** This number or more. */
    public static Interval atLeast(long low) {
        return new Interval(low, UNBOUNDED);
    }

    /** Whether a number lies in it. */
    public boolean holds(long value) {
        return low <= value && value <= high;
    }

    /** How many numbers it holds. */
    public long values() {
        return high - low + 1;
    }

    /** The numbers that both hold. */
    public Interval and(Interval other) {
        return new Interval(Math.max(low, other.low), Math.min(high, other.high));
    }
}
