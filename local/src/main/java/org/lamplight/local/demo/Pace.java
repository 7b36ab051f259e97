package org.lamplight.local.demo;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.random.RandomGenerator;

/** How long after one thing the next happens: as drawn when a year is written at once, right now in the live feed. */
@FunctionalInterface
interface Pace {
    /** Every delay as long as it really is. */
    Pace AS_DRAWN = (earlier, delay) -> London.unambiguous(earlier.plus(delay));

    LocalDateTime after(LocalDateTime earlier, Duration delay);

    /** A delay of a skewed (log-normal) distribution, at least a minute. */
    static Duration delay(Duration median, double spread, RandomGenerator random) {
        return Duration.ofMinutes(1 + (long) (median.toMinutes() * Math.exp(spread * random.nextGaussian())));
    }
}
