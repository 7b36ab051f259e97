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
    void shouldTakeAThirtySecondOfTheTimeWhileABacklogIsRead() {
        List<Long> done = new ArrayList<>();
        Pace pace = new Pace(clock, now -> {
            done.add(now);
            time += 10;
        });

        for (; time < 990; time += 10) {
            pace.heard(1_000);
            pace.punctuate(time);
        }
        for (; time < 3_000; time += 10) {
            pace.punctuate(time);
        }

        assertThat(done).startsWith(0L, 320L, 640L, 960L, 1_280L, 1_600L, 1_920L, 1_980L, 2_020L);
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
