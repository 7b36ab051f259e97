package org.lamplight.streams.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LullTest {
    private final Lull lull = new Lull(Duration.ofMillis(100));

    @Test
    void shouldBeHereWhenNothingMoreComes() {
        assertThat(lull.isHere(1_000)).isFalse();

        lull.heard(1_000);
        lull.heard(1_008);

        assertThat(lull.isAwaited()).isTrue();
        assertThat(lull.isHere(1_017)).isFalse();
        assertThat(lull.isHere(1_018)).isTrue();
    }

    @Test
    void shouldNotBeWaitedForForEver() {
        for (long now = 1_000; now < 1_100; now += 5) {
            lull.heard(now);
            assertThat(lull.isHere(now)).isFalse();
        }

        lull.heard(1_100);

        assertThat(lull.isHere(1_100)).isTrue();
    }

    @Test
    void shouldBeginAnewOnceAllIsHandled() {
        lull.heard(1_000);
        lull.end();

        assertThat(lull.isAwaited()).isFalse();
        assertThat(lull.isHere(2_000)).isFalse();

        lull.heard(2_000);
        assertThat(lull.isHere(2_005)).isFalse();
    }
}
