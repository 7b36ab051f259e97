package org.lamplight.streams.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.lamplight.streams.deltas.Delta;
import org.lamplight.streams.deltas.Series;

class DayCountsTest {
    private static final Series SERIES = new Series("E23000026", "asb");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final long CELL = 0x8a194e64992ffffL;
    private static final long ANOTHER = 0x8a194e649937fffL;

    @Test
    void shouldCountByCellAndNumberOfDays() {
        DayCounts counts = DayCounts.NONE.plus(
                List.of(delta(1, CELL, 1), delta(1, CELL, 3), delta(1, ANOTHER, 3), delta(1, CELL, 1)));

        assertThat(counted(counts)).isEqualTo(Map.of(CELL + " 1", 2, CELL + " 3", 1, ANOTHER + " 3", 1));
        assertThat(counts.within(CELL)).isEqualTo(2);
        assertThat(counts.within(ANOTHER)).isZero();
        assertThat(counts.within(1)).isZero();
    }

    @Test
    void shouldBeEmptyAgainWhenAllIsTakenOut() {
        DayCounts counts = DayCounts.NONE.plus(List.of(delta(1, CELL, 1), delta(1, ANOTHER, 2)));

        assertThat(counts.isEmpty()).isFalse();
        assertThat(counts.plus(List.of(delta(-1, ANOTHER, 2), delta(-1, CELL, 1))))
                .isEqualTo(DayCounts.NONE);
        assertThat(DayCounts.NONE.isEmpty()).isTrue();
    }

    @Test
    void shouldRefuseToHoldFewerThanNone() {
        DayCounts counts = DayCounts.NONE.plus(List.of(delta(1, CELL, 1)));

        assertThatThrownBy(() -> counts.plus(List.of(delta(-1, CELL, 2)))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> counts.plus(List.of(delta(-1, CELL, 1), delta(-1, CELL, 1))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldSayTheSameInWhateverOrderAndPortionsDeltasCome() {
        Random random = new Random(11);
        List<Delta> deltas = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Delta delta = delta(1, CELL + random.nextInt(60), 1 + random.nextInt(3));
            deltas.add(delta);
            if (i % 4 == 0) {
                deltas.add(delta(-1, delta.cell().getAsLong(), days(delta)));
            }
        }
        Map<String, Integer> expected = new TreeMap<>();
        deltas.forEach(delta -> expected.merge(
                delta.cell().getAsLong() + " " + days(delta),
                delta.sign(),
                (before, more) -> before + more == 0 ? null : before + more));

        DayCounts oneByOne = DayCounts.NONE;
        for (Delta delta : deltas) {
            oneByOne = oneByOne.plus(List.of(delta));
        }
        Collections.shuffle(deltas, random);

        assertThat(counted(oneByOne)).isEqualTo(expected);
        assertThat(counted(DayCounts.NONE.plus(deltas))).isEqualTo(expected);
    }

    @Test
    void shouldSurviveItsSerde() {
        DayCounts counts =
                DayCounts.NONE.plus(List.of(delta(1, CELL, 1), delta(1, ANOTHER, 400), delta(1, ANOTHER, 1)));
        Serde<DayCounts> serde = DayCounts.serde();

        byte[] bytes = serde.serializer().serialize("any", counts);

        assertThat(serde.deserializer().deserialize("any", bytes)).isEqualTo(counts);
        assertThat(bytes).hasSizeLessThan(30);
    }

    private static int days(Delta delta) {
        return Math.toIntExact(delta.lastDay().toEpochDay() - DAY.toEpochDay()) + 1;
    }

    private static Delta delta(int sign, long cell, int days) {
        return new Delta(
                sign,
                SERIES,
                OptionalLong.of(cell),
                List.of("E23000026"),
                DAY,
                DAY.plusDays(days - 1),
                Instant.EPOCH,
                Optional.empty());
    }

    /** What is counted, by cell and number of days; fails where something is named twice. */
    private static Map<String, Integer> counted(DayCounts counts) {
        Map<String, Integer> all = new TreeMap<>();
        counts.forEach((cell, days, count) ->
                assertThat(all.put(cell + " " + days, count)).isNull());
        return all;
    }
}
