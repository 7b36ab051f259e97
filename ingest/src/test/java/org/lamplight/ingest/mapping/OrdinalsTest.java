package org.lamplight.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrdinalsTest {
    @Test
    void shouldCountEveryHashAsAMapDoes() {
        Random random = new Random(1);
        Ordinals ordinals = new Ordinals();
        Map<Long, Integer> counts = new HashMap<>();

        for (int i = 0; i < 200_000; i++) {
            long hash = random.nextInt(50) == 0 ? random.nextInt(3) : (long) random.nextInt(80_000) << 33;

            int ordinal = ordinals.next(hash);

            assertThat(ordinal).isEqualTo(counts.merge(hash, 1, Integer::sum) - 1);
        }
    }
}
