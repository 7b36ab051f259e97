package org.lamplight.release.plan;

/** The exact counts, all as of one moment. */
@FunctionalInterface
public interface Counts {
    /** The reports of a cell; {@link Tally#NONE} where there are none. */
    Tally of(CellKey cell);
}
