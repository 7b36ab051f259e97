package org.lamplight.streams.arrivals;

import java.time.LocalDate;

/** Weeks by number, so that they can be counted with. Week 0 begins on Monday 29 December 1969. */
public final class Weeks {
    private static final int DAYS = 7;
    /** The epoch day of that Monday. */
    private static final int FIRST_MONDAY = -3;

    private Weeks() {}

    /** The week that holds a day. */
    public static int of(LocalDate day) {
        return Math.floorDiv(Math.toIntExact(day.toEpochDay()) - FIRST_MONDAY, DAYS);
    }

    /** Its Monday. */
    public static LocalDate firstDay(int week) {
        return LocalDate.ofEpochDay(FIRST_MONDAY + (long) DAYS * week);
    }

    /** Whole days from the end of a week to the end of a day; negative while the week is not over. */
    public static int age(int week, LocalDate asOf) {
        return Math.toIntExact(asOf.toEpochDay()) - (FIRST_MONDAY + DAYS * week + DAYS - 1);
    }
}
