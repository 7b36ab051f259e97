package org.lamplight.ingest.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after one failure upon another: twice as long each time, and by chance up to that ("full jitter"). */
final class Backoff {
    private static final int DOUBLINGS = 30;

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;
    private int failures;

    Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** How long to wait after one more failure. */
    Duration next() {
        boolean doubled = first.toMillis() <= longest.toMillis() >> failures;
        long ceiling = doubled ? first.toMillis() << failures : longest.toMillis();
        failures = Math.min(failures + 1, DOUBLINGS);
        return Duration.ofMillis(random.nextLong(ceiling + 1));
    }

    /** After a success. */
    void reset() {
        failures = 0;
    }
}
