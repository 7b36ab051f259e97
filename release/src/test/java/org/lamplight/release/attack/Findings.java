package org.lamplight.release.attack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What an attack found. */
final class Findings {
    /**
     * What was found of a count.
     *
     * @param values how many values it was shown to be able to have; {@link Attack#ENOUGH} may stand for more
     * @param byHand how many the bounds leave
     */
    record Finding(Cell cell, LocalDate day, int values, long byHand) {}

    private final List<Finding> all = new ArrayList<>();
    private long undecided;

    void add(Finding finding) {
        all.add(finding);
    }

    void undecided(long questions) {
        undecided += questions;
    }

    void add(Findings others) {
        all.addAll(others.all);
        undecided += others.undecided;
    }

    /** Counts that were attacked. */
    int attacked() {
        return all.size();
    }

    /** Those that have fewer values than a number, or could not be shown to have so many. */
    List<Finding> below(int values) {
        return all.stream().filter(finding -> finding.values() < values).toList();
    }

    /** Fewest values that bounds alone leave. */
    long narrowest() {
        return all.stream().mapToLong(Finding::byHand).min().orElse(Range.TOP);
    }

    /** Questions that the solver gave up. */
    long undecided() {
        return undecided;
    }
}
