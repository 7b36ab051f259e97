package org.lamplight.streams.rules;

import java.time.LocalDate;

/** Outcomes take time: a period's are compared only when they had 90 days to come in, or the newest always looks worst. */
public final class Maturity {
    private static final int DAYS = 90;

    private Maturity() {}

    /** The first day on which the outcomes of what was recorded up to and including a day can be compared. */
    public static LocalDate of(LocalDate lastDay) {
        return lastDay.plusDays(DAYS);
    }
}
