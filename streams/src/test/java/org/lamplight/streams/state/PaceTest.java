package org.lamplight.streams.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Duration INTERVAL = Duration.ofMillis(10);

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

    private Pace pace(Punctuator work) {
        return new Pace(clock, () -> time, INTERVAL, () -> commits++, work);
    }

    @Test
    void shouldTakeAQuarterOfTheTimeAtMost() {
        List<Long> done = new ArrayList<>();
        Pace pace = pace(now -> {
            done.add(now);
            time += 50;
        });

        for (; time < 2_000; time += 10) {
            pace.look(time);
        }

        assertThat(done).startsWith(0L, 200L, 400L).hasSize(10);
    }

    @Test
    void shouldTakeAHundredthOfTheTimeWhileABacklogIsRead() {
        List<Long> done = new ArrayList<>();
        Pace pace = pace(now -> {
            done.add(now);
            time += 10;
        });

        for (; time < 2_500; time += 10) {
            pace.heard(waited(60_000));
            pace.look(time);
        }
        for (; time < 3_200; time += 10) {
            pace.heard(waited(0));
            pace.look(time);
        }

        assertThat(done).containsExactly(10L, 1_010L, 2_010L, 3_010L, 3_050L, 3_090L, 3_130L, 3_170L);
    }

    @Test
    void shouldLetWhatHasWaitedWaitAsLongAgain() {
        List<Long> done = new ArrayList<>();
        Pace pace = pace(now -> {
            done.add(now);
            time += 10;
        });

        for (; time < 1_000; time += 10) {
            pace.heard(waited(300));
            pace.look(time);
        }

        assertThat(done).containsExactly(10L, 310L, 610L, 910L);
    }

    @Test
    void shouldHoldUpNothingTwoSecondsAfterTheLastOfABacklog() {
        List<Long> done = new ArrayList<>();
        Pace pace = pace(now -> {
            done.add(now);
            time += 50;
        });

        for (; time < 500; time += 10) {
            pace.heard(waited(60_000));
            pace.look(time);
        }
        for (; time < 2_700; time += 10) {
            pace.look(time);
        }

        assertThat(done).containsExactly(10L, 2_490L, 2_690L);
    }

    private Record<String, String> waited(long millis) {
        return new Record<>("key", "value", time, Gathering.since(time - millis));
    }

    @Test
    void shouldHoldUpNothingThatTakesNoTime() {
        List<Long> done = new ArrayList<>();
        Pace pace = pace(done::add);

        for (; time < 50; time += 10) {
            pace.look(time);
        }

        assertThat(done).hasSize(5);
    }

    @Test
    void shouldHaveWhatComesOfNewsCommittedAtOnce() {
        List<Long> done = new ArrayList<>();
        Pace pace = pace(done::add);

        pace.look(0);
        assertThat(commits).isZero();

        pace.heard(waited(999));
        pace.heard(waited(10));
        pace.look(100);
        pace.look(200);
        assertThat(commits).isOne();
    }

    @Test
    void shouldWaitUntilNewsHasComeWhole() {
        List<Long> done = new ArrayList<>();
        Pace pace = pace(done::add);
        pace.look(0);

        time = 100;
        pace.heard(waited(0));
        pace.look(105);
        time = 106;
        pace.heard(waited(0));
        pace.look(110);
        pace.look(120);

        assertThat(done).containsExactly(0L, 110L, 120L);
        assertThat(commits).isOne();
    }

    @Test
    void shouldNotHaveItCommittedBeforeItIsDone() {
        Pace pace = pace(now -> time += 50);
        pace.look(time);

        pace.heard(waited(0));
        pace.look(100);
        assertThat(commits).isZero();

        pace.look(200);
        assertThat(commits).isOne();
    }

    @Test
    void shouldLeaveABacklogToTheCommitInterval() {
        List<Long> done = new ArrayList<>();
        Pace pace = pace(done::add);

        for (; time < 5_000; time += 100) {
            pace.heard(waited(1_000));
            pace.heard(waited(0));
            pace.look(time + 10);
        }
        assertThat(done).hasSize(50);
        assertThat(commits).isZero();

        time = 10_000;
        pace.heard(waited(0));
        pace.look(time + 10);
        assertThat(commits).isOne();
    }
}
