package org.lamplight.streams.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

class PaceTest {
    private long time;
    private int commits;

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
        Pace pace = new Pace(clock, () -> commits++, now -> {
            done.add(now);
            time += 50;
        });

        for (; time < 2_000; time += 10) {
            pace.punctuate(time);
        }

        assertThat(done).startsWith(0L, 200L, 400L).hasSize(10);
    }

    @Test
    void shouldTakeAHundredthOfTheTimeWhileABacklogIsRead() {
        List<Long> done = new ArrayList<>();
        Pace pace = new Pace(clock, () -> commits++, now -> {
            done.add(now);
            time += 10;
        });

        for (; time < 2_500; time += 10) {
            pace.heard(waited(5_000));
            pace.punctuate(time);
        }
        for (; time < 9_000; time += 10) {
            pace.heard(waited(4_999));
            pace.punctuate(time);
        }

        assertThat(done).startsWith(0L, 1_000L, 2_000L, 3_000L, 4_000L, 5_000L, 6_000L, 7_000L, 7_490L, 7_530L);
    }

    private Record<String, String> waited(long millis) {
        return new Record<>("key", "value", time, Gathering.since(time - millis));
    }

    @Test
    void shouldHoldUpNothingThatTakesNoTime() {
        List<Long> done = new ArrayList<>();
        Pace pace = new Pace(clock, () -> commits++, done::add);

        for (; time < 50; time += 10) {
            pace.punctuate(time);
        }

        assertThat(done).hasSize(5);
    }

    @Test
    void shouldHaveWhatComesOfNewsCommittedAtOnce() {
        List<Long> done = new ArrayList<>();
        Pace pace = new Pace(clock, () -> commits++, done::add);

        pace.punctuate(0);
        assertThat(commits).isZero();

        pace.heard(waited(4_999));
        pace.heard(waited(10));
        pace.punctuate(100);
        pace.punctuate(200);
        assertThat(commits).isOne();
    }

    @Test
    void shouldNotHaveItCommittedBeforeItIsDone() {
        Pace pace = new Pace(clock, () -> commits++, now -> time += 50);
        pace.punctuate(time);

        pace.heard(waited(0));
        pace.punctuate(100);
        assertThat(commits).isZero();

        pace.punctuate(200);
        assertThat(commits).isOne();
    }

    @Test
    void shouldLeaveABacklogToTheCommitInterval() {
        List<Long> done = new ArrayList<>();
        Pace pace = new Pace(clock, () -> commits++, done::add);

        for (; time < 5_000; time += 100) {
            pace.heard(waited(5_000));
            pace.heard(waited(0));
            pace.punctuate(time);
        }
        assertThat(done).hasSize(50);
        assertThat(commits).isZero();

        time = 10_000;
        pace.heard(waited(0));
        pace.punctuate(time);
        assertThat(commits).isOne();
    }
}
