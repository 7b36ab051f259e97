package org.lamplight.streams.rules;

import java.time.Duration;
import java.time.Instant;

/** A new report is late if it was received more than seven days after it occurred. */
public final class Lateness {
    private static final Duration LIMIT = Duration.ofDays(7);

    private Lateness() {}

    /** Time from the end of an occurrence to its receipt; zero if it was received before that. */
    public static Duration lag(Instant occurredTo, Instant receivedAt) {
        Duration lag = Duration.between(occurredTo, receivedAt);
        return lag.isNegative() ? Duration.ZERO : lag;
    }

    /** Whether that makes a report late. */
    public static boolean isLate(Duration lag) {
        return lag.compareTo(LIMIT) > 0;
    }
}
