package org.lamplight.local.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** One source of the demo: how many reports it gets and when, and what their versions say. */
interface Source {
    Export export();

    Rhythm rhythm();

    /** Reports a week around a day, before rhythm and scale. */
    double perWeek(LocalDate day);

    /** Whether two rows that are alike are two reports, as they are where a source has no ids. */
    boolean repeats();

    /** Where a row holds what a bad row gets wrong. */
    Flaw.Where where();

    /**
     * A report as it is first made.
     *
     * @param occurred when it happened
     * @param number a number no other report of the source has
     */
    Version report(LocalDateTime occurred, String number, Pace pace, RandomGenerator random);

    /** What becomes of a report next: a correction, an update or a withdrawal; empty where nothing more does. */
    Optional<Version> next(Version version, Pace pace, RandomGenerator random);
}
