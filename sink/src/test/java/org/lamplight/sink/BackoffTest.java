package org.lamplight.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void shouldDoubleUpToTheLongestWaitAndBeAtLeastHalfOfIt() {
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofMillis(350), new Random(1));

        assertThat(backoff.next()).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
        assertThat(backoff.next()).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
        assertThat(backoff.next()).isBetween(Duration.ofMillis(175), Duration.ofMillis(350));
        assertThat(backoff.next()).isBetween(Duration.ofMillis(175), Duration.ofMillis(350));
    }

    @Test
    void shouldBeginAnewAfterASuccess() {
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofMinutes(1), new Random(1));
        backoff.next();
        backoff.next();

        backoff.reset();

        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofMillis(100));
    }
}
