package org.lamplight.streams.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {
    private long time;

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(time);
        }
    };

    @Test
    void shouldTakeAQuarterOfTheTimeAtMost() {
        List<Long> done = new ArrayList<>();
        Pace pace = new Pace(clock, now -> {
            done.add(now);
            time += 50;
        });

        for (; time < 2_000; time += 10) {
            pace.punctuate(time);
        }

        assertThat(done).startsWith(0L, 200L, 400L).hasSize(10);
    }

    @Test
    void shouldHoldUpNothingThatTakesNoTime() {
        List<Long> done = new ArrayList<>();
        Pace pace = new Pace(clock, done::add);

        for (; time < 50; time += 10) {
            pace.punctuate(time);
        }

        assertThat(done).hasSize(5);
    }
}
