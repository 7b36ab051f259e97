package org.lamplight.streams.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DriftTest {
    private final Drift drift = new Drift(Duration.ofSeconds(20));

    @Test
    void shouldBeDueOnceTheSeriesRests() {
        assertThat(drift.isDue(0)).isFalse();
        drift.computed(0);
        assertThat(drift.isDue(999)).isFalse();
        assertThat(drift.isDue(1000)).isTrue();
        drift.sent(1000);
        assertThat(drift.isDue(100_000)).isFalse();
    }

    @Test
    void shouldBeDueOnceInAnInterval() {
        drift.computed(0);
        drift.sent(1000);
        drift.computed(2000);
        assertThat(drift.isDue(20_999)).isFalse();
        assertThat(drift.isDue(21_000)).isTrue();
    }

    @Test
    void shouldNotWaitForeverForARest() {
        drift.computed(0);
        drift.sent(0);
        for (long now = 500; now < 100_000; now += 500) {
            drift.computed(now);
            assertThat(drift.isDue(now)).isFalse();
        }
        drift.computed(100_000);
        assertThat(drift.isDue(100_000)).isTrue();
    }
}
