package org.lamplight.streams.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Duration INTERVAL = Duration.ofMillis(10);

    private final List<Long> done = new ArrayList<>();
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

    /** Of work that takes so many milliseconds. */
    private Pace pace(long millis) {
        return new Pace(clock, () -> time, INTERVAL, () -> commits++, now -> {
            done.add(now);
            time += millis;
        });
    }

    private void look(Pace pace, long end) {
        for (; time < end; time += 10) {
            pace.look(time);
        }
    }

    /** Looks as often, and each time something has come that had waited so long. */
    private void hear(Pace pace, long waited, long end) {
        for (; time < end; time += 10) {
            pace.heard(waited(waited));
            pace.look(time);
        }
    }

    private Record<String, String> waited(long millis) {
        return new Record<>("key", "value", time, Gathering.since(time - millis));
    }

    @Test
    void shouldTakeAQuarterOfTheTimeAtMost() {
        Pace pace = pace(50);

        look(pace, 2_000);

        assertThat(done).startsWith(0L, 200L, 400L).hasSize(10);
    }

    @Test
    void shouldTakeAHundredthOfTheTimeWhileABacklogIsRead() {
        Pace pace = pace(10);

        hear(pace, 60_000, 2_500);
        hear(pace, 0, 3_200);

        assertThat(done).containsExactly(10L, 1_010L, 2_010L, 3_010L, 3_050L, 3_090L, 3_130L, 3_170L);
    }

    @Test
    void shouldLetWhatHasWaitedWaitAsLongAgain() {
        Pace pace = pace(10);

        hear(pace, 300, 1_000);

        assertThat(done).containsExactly(10L, 310L, 610L, 910L);
    }

    @Test
    void shouldHoldUpNothingTwoSecondsAfterTheLastOfABacklog() {
        Pace pace = pace(50);

        hear(pace, 60_000, 500);
        look(pace, 2_700);

        assertThat(done).containsExactly(10L, 2_490L, 2_690L);
    }

    @Test
    void shouldHoldUpNothingThatTakesNoTime() {
        Pace pace = pace(0);

        look(pace, 50);

        assertThat(done).hasSize(5);
    }

    @Test
    void shouldHaveWhatComesOfNewsCommittedAtOnce() {
        Pace pace = pace(0);

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
        Pace pace = pace(0);
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
        Pace pace = pace(50);
        pace.look(time);

        pace.heard(waited(0));
        pace.look(100);
        assertThat(commits).isZero();

        pace.look(200);
        assertThat(commits).isOne();
    }

    @Test
    void shouldLeaveABacklogToTheCommitInterval() {
        Pace pace = pace(0);

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
