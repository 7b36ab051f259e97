package org.lamplight.local.demo;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.random.RandomGenerator;

/** How long after one thing the next happens: as drawn when a year is written at once, right now in the live feed. */
@FunctionalInterface
interface Pace {
    /** Share of incidents that last, or of which only the limits are known. */
    double LASTING = 0.1;

    /** Every delay as long as it really is. */
    Pace AS_DRAWN = (earlier, delay) -> London.unambiguous(earlier.plus(delay));

    LocalDateTime after(LocalDateTime earlier, Duration delay);

    /** A delay of a skewed (log-normal) distribution, at least a minute. */
    static Duration delay(Duration median, double spread, RandomGenerator random) {
        return Duration.ofMinutes(1 + (long) (median.toMinutes() * Math.exp(spread * random.nextGaussian())));
    }

    /** When it ended: mostly at once, for one in ten some time within the longest, and never after it was reported. */
    static LocalDateTime ended(LocalDateTime began, Duration longest, LocalDateTime reported, RandomGenerator random) {
        if (random.nextDouble() >= LASTING) {
            return began;
        }
        LocalDateTime ended = London.unambiguous(began.plusMinutes(random.nextLong(longest.toMinutes())));
        return ended.isAfter(reported) ? began : ended;
    }
}
