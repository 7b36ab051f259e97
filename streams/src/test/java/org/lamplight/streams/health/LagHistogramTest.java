package org.lamplight.streams.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LagHistogramTest {
    @Test
    void shouldBeExactBelowHalfAMinute() {
        for (long lag = 0; lag < 32; lag++) {
            assertThat(LagHistogram.of(lag).percentile(0.5)).hasValue(lag);
        }
    }

    @Test
    void shouldBeWithinFivePerCentOfAnyLag() {
        Random random = new Random(11);
        for (int i = 0; i < 10_000; i++) {
            long lag = (long) Math.exp(random.nextDouble() * 30);

            long answer = LagHistogram.of(lag).percentile(0.95).orElseThrow();

            assertThat(Math.abs(answer - lag)).isLessThanOrEqualTo(lag / 20);
        }
    }

    @Test
    void shouldAddUpAndFindPercentiles() {
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (long lag = 1; lag <= 20; lag++) {
            LagHistogram.of(lag).addTo(counts);
        }
        LagHistogram sum = new LagHistogram(counts);

        assertThat(sum.percentile(0.5)).hasValue(10);
        assertThat(sum.percentile(0.95)).hasValue(19);
        assertThat(LagHistogram.empty().percentile(0.5)).isEmpty();
    }
}
