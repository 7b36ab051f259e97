package org.lamplight.streams.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class YearsTest {
    private static final int NEW_YEAR =
            Math.toIntExact(LocalDate.parse("2026-01-01").toEpochDay());

    @Test
    void shouldSayWhatOneHistoryOfAllYearsSays() {
        Random random = new Random(3);
        Years years = new Years();
        History history = History.EMPTY;
        for (int i = 0; i < 500; i++) {
            int first = NEW_YEAR - 2_000 + random.nextInt(4_000);
            int last = first + i % 40;
            int by = 1 + i % 3;
            years.add(by, first, last);
            history = history.plus(by, first, last);
        }

        assertThat(years.firstDay()).isEqualTo(history.firstDay());
        for (int i = 0; i < 200; i++) {
            int from = NEW_YEAR - 2_500 + random.nextInt(5_000);
            int to = from + random.nextInt(900);
            assertThat(years.within(from, to)).isEqualTo(history.within(from, to));
            assertThat(years.decayed(to)).isCloseTo(history.decayed(to), within(1e-9));
            assertThat(days(years, from, to)).isEqualTo(days(history, from, to));
        }
    }

    @Test
    void shouldTakeAnIncidentOutOfTheYearInWhichItBegan() {
        Years years = new Years();
        years.add(1, NEW_YEAR - 1, NEW_YEAR + 1);
        assertThat(years.within(NEW_YEAR - 1, NEW_YEAR + 1)).isEqualTo(1);

        years.add(-1, NEW_YEAR - 1, NEW_YEAR + 1);

        assertThat(years.firstDay()).isEqualTo(History.NO_DAY);
        assertThatThrownBy(() -> years.add(-1, NEW_YEAR, NEW_YEAR + 1)).isInstanceOf(IllegalStateException.class);
    }

    private static BitSet days(Years years, int from, int to) {
        BitSet days = new BitSet();
        years.markDays(from, to, days);
        return days;
    }

    private static BitSet days(History history, int from, int to) {
        BitSet days = new BitSet();
        history.markDays(from, to, days);
        return days;
    }
}
