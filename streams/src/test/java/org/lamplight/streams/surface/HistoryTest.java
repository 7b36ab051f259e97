package org.lamplight.streams.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lamplight.streams.rules.Intensity;

class HistoryTest {
    @Test
    void shouldCountOnlyWhatLiesInTheWindowAsAWhole() {
        History history = History.EMPTY
                .plus(1, 100, 100)
                .plus(1, 106, 107)
                .plus(1, 94, 101)
                .plus(2, 103, 105);

        assertThat(history.within(100, 106)).isEqualTo(3);
        assertThat(history.within(94, 107)).isEqualTo(5);
        assertThat(history.within(108, 200)).isZero();
    }

    @Test
    void shouldWeighByTheMiddleDayAndLeaveOutTheFuture() {
        History history = History.EMPTY.plus(2, 100, 100).plus(1, 90, 99).plus(1, 101, 101);

        assertThat(history.decayed(100)).isCloseTo(2 + Intensity.weight(6), within(1e-12));
        assertThat(history.decayed(89)).isZero();
    }

    @Test
    void shouldBeEmptyAgainWhenAllIsTakenOut() {
        History history = History.EMPTY.plus(1, 100, 100).plus(1, 50, 80).plus(-1, 100, 100);

        assertThat(history.isEmpty()).isFalse();
        assertThat(history.plus(-1, 50, 80).isEmpty()).isTrue();
    }

    @Test
    void shouldRefuseToHoldFewerThanNone() {
        History history = History.EMPTY.plus(1, 100, 100);

        assertThatThrownBy(() -> history.plus(-1, 100, 101)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> history.plus(-2, 100, 100)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldNotDependOnTheOrderOfDeltas() {
        Random random = new Random(7);
        int[] days = random.ints(200, -20, 40).toArray();
        History forwards = History.EMPTY;
        History backwards = History.EMPTY;
        for (int i = 0; i < days.length; i++) {
            forwards = forwards.plus(1, days[i], days[i] + i % 3);
            int last = days.length - 1 - i;
            backwards = backwards.plus(1, days[last], days[last] + last % 3);
        }

        assertThat(forwards.within(-20, 40))
                .isEqualTo(backwards.within(-20, 40))
                .isPositive();
        assertThat(forwards.decayed(50)).isEqualTo(backwards.decayed(50));
    }
}
