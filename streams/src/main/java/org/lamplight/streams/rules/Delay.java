package org.lamplight.streams.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.lamplight.schemas.Period;

/** A report's delay is counted in whole days, rounded up, from the end of the week it is counted in to its receipt. */
public final class Delay {
    private Delay() {}

    /** Days from the midnight that ends the week to receipt; 0 for receipt within the week. */
    public static int days(Period week, Instant receivedAt) {
        LocalDate received = Calendar.day(receivedAt);
        boolean onMidnight = received.atStartOfDay(Calendar.LONDON).toInstant().equals(receivedAt);
        long days = ChronoUnit.DAYS.between(week.lastDay(), received) - (onMidnight ? 1 : 0);
        return Math.toIntExact(Math.max(0, days));
    }
}
