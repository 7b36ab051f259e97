package org.lamplight.release.webhook;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When to try again, and when to stop trying. */
final class Retry {
    /** A receiver that has failed for so long is not tried any more. */
    static final Duration GIVE_UP = Duration.ofDays(5);

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final int MOST_DOUBLINGS = 20;

    private final RandomGenerator random;

    Retry(RandomGenerator random) {
        this.random = random;
    }

    /**
     * How long to wait: 5 s, 10 s and so on up to 6 h, up to half of it less, so that not all come at the same moment.
     *
     * @param failures how many attempts have failed in a row, 1 or more
     */
    Duration after(int failures) {
        long doubled = FIRST.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
        long wait = Math.min(doubled, LONGEST.toMillis());
        return Duration.ofMillis(wait - random.nextLong(wait / 2 + 1));
    }
}
