package org.lamplight.local.terminal;

import java.time.Duration;

/** Lengths of time in words. */
public final class Durations {
    private static final int DAYS_OF_A_YEAR = 365;

    private Durations() {}

    /** Such as 2 years, 90 days or 6 s. */
    public static String words(Duration duration) {
        long days = duration.toDays();
        if (!duration.equals(Duration.ofDays(days)) || days == 0) {
            return duration.toSeconds() + " s";
        }
        return days % DAYS_OF_A_YEAR == 0 ? number(days / DAYS_OF_A_YEAR, "year") : number(days, "day");
    }

    private static String number(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
