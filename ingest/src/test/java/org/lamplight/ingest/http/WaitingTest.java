package org.lamplight.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");

    @Test
    void shouldWaitForARandomPartOfATimeThatDoubles() {
        Duration first = Duration.ofSeconds(1);
        Backoff backoff = new Backoff(first, Duration.ofSeconds(10), new Random(1));
        long[] ceilings = {1_000, 2_000, 4_000, 8_000, 10_000, 10_000};

        for (int round = 0; round < 200; round++) {
            for (long ceiling : ceilings) {
                assertThat(backoff.next()).isBetween(Duration.ZERO, Duration.ofMillis(ceiling));
            }
            backoff.reset();
        }
    }

    @Test
    void shouldUseTheWholeOfThatTime() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1), new Random(1));
        long longest = 0;
        long shortest = Long.MAX_VALUE;

        for (int round = 0; round < 500; round++) {
            long wait = backoff.next().toMillis();
            longest = Math.max(longest, wait);
            shortest = Math.min(shortest, wait);
        }

        assertThat(shortest).isLessThan(50);
        assertThat(longest).isBetween(950L, 1_000L);
    }

    @Test
    void shouldReadSecondsAndDates() {
        assertThat(RetryAfter.read(" 120 ", NOW)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.read("Sun, 01 Feb 2026 12:00:30 GMT", NOW)).contains(Duration.ofSeconds(30));
    }

    @Test
    void shouldNotWaitForThePastNorForEver() {
        assertThat(RetryAfter.read("Sun, 01 Feb 2026 11:00:00 GMT", NOW)).contains(Duration.ZERO);
        assertThat(RetryAfter.read("999999999", NOW)).contains(Duration.ofHours(1));
        assertThat(RetryAfter.read("soon", NOW)).isEqualTo(Optional.empty());
        assertThat(RetryAfter.read("-5", NOW)).isEmpty();
    }
}
