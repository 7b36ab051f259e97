package org.lamplight.sink;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: doubling, bounded, and half of it random so that tasks do not march in step. */
final class Backoff {
    private final long first;
    private final long longest;
    private final RandomGenerator random;
    private long next;

    Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first.toMillis();
        this.longest = longest.toMillis();
        this.random = random;
        this.next = this.first;
    }

    /** The wait before the next try; each is about twice the one before. */
    Duration next() {
        long bound = Math.min(next, longest);
        next = Math.min(2 * bound, longest);
        return Duration.ofMillis(bound - random.nextLong(bound / 2 + 1));
    }

    /** A try went well: the next wait is a short one again. */
    void reset() {
        next = first;
    }
}
