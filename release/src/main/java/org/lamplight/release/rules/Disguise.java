package org.lamplight.release.rules;

/** What is released in place of an exact count, and what a reader who knows the method may conclude from it. */
public sealed interface Disguise permits Rounding, Perturbation {
    /** Counts below this are withheld. */
    long threshold();

    /** Whether a count must be withheld because it is small. */
    boolean hides(long count, int keySum);

    /** What is released in place of a count that need not be withheld. */
    long released(long count, int keySum);

    /** The least count that may stand behind a released value. */
    long lowest(long released);

    /** The greatest count that may stand behind a released value. */
    long highest(long released);
}
