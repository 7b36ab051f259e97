package org.lamplight.ingest.rules;

import java.time.Duration;
import java.time.Instant;

/** A time lies between the year 2000 and five minutes from now, and an end not before its start. */
public final class TimeBounds {
    /** How far a source's clock may run ahead of ours. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

    private TimeBounds() {}

    /**
     * Checks a moment. Of a day or a month that has only begun, this is its start.
     *
     * @param now the present, milliseconds since 1970-01-01 UTC
     */
    public static void check(long moment, long now, String field) {
        if (moment > now + TOLERANCE.toMillis()) {
            throw new BrokenRule(Rule.TIME_FUTURE, field);
        }
        if (moment < EARLIEST) {
            throw new BrokenRule(Rule.TIME_TOO_EARLY, field);
        }
    }

    /** The stretch from the start of one to the end of another. */
    public static Span between(Span from, Span to, String field) {
        if (to.to() < from.from()) {
            throw new BrokenRule(Rule.TIME_REVERSED, field);
        }
        return new Span(from.from(), to.to());
    }
}
