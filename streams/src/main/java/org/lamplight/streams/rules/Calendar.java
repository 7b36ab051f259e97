package org.lamplight.streams.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.OptionalInt;

/** Days and hours are those of the clocks in Europe/London, whatever the season. */
public final class Calendar {
    /** The time zone of every local date. */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int HOURS_OF_A_DAY = 24;

    private Calendar() {}

    /** The local date of a moment. */
    public static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, LONDON);
    }

    /** The local date of the last moment of an interval, whose end does not belong to it unless it is also its start. */
    public static LocalDate lastDay(Instant from, Instant to) {
        return day(to.isAfter(from) ? to.minusMillis(1) : from);
    }

    /** Local hour of the week, 0 (Monday 00:00) to 167, of an interval of at most an hour; empty for a longer one. */
    public static OptionalInt hourOfWeek(Instant from, Instant to) {
        if (Duration.between(from, to).compareTo(HOUR) > 0) {
            return OptionalInt.empty();
        }
        ZonedDateTime local = from.atZone(LONDON);
        return OptionalInt.of((local.getDayOfWeek().getValue() - 1) * HOURS_OF_A_DAY + local.getHour());
    }
}
