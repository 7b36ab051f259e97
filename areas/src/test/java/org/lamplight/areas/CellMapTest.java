package org.lamplight.areas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CellMapTest {

    @Test
    void shouldHoldWhatAHashMapHolds() {
        Random random = new Random(3);
        Map<Long, Integer> expected = new HashMap<>();
        CellMap map = new CellMap(10_000);

        for (int i = 0; i < 10_000; i++) {
            // Few distinct low bits, as cells of one resolution have.
            long cell = (random.nextLong(1, 1 << 16) << 15) | 0x7FFF;
            assertThat(map.put(cell, i)).isEqualTo(expected.putIfAbsent(cell, i) == null);
        }

        expected.forEach((cell, value) -> assertThat(map.get(cell)).isEqualTo(value));
        assertThat(map.get(0x7FFF)).isEqualTo(CellMap.ABSENT);
    }

    @Test
    void shouldHoldNothingWhenEmpty() {
        CellMap map = new CellMap(0);

        assertThat(map.get(1)).isEqualTo(CellMap.ABSENT);
        assertThat(map.get(0)).isEqualTo(CellMap.ABSENT);
    }
}
