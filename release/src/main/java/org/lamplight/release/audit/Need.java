package org.lamplight.release.audit;

/**
 * How uncertain a count must stay.
 *
 * @param values number of values it must be able to take
 * @param atLeast a value as high as this, or higher, must be possible
 */
public record Need(long values, long atLeast) {
    /** Whether a range is wide enough. */
    public boolean metBy(Interval range) {
        return range.values() >= values && range.high() >= atLeast;
    }
}
