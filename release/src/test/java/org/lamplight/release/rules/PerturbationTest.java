package org.lamplight.release.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PerturbationTest {
    private static final double EXPONENT = 0.21942;
    private final Perturbation table = Perturbation.published(5);

    @Test
    void shouldBeWithoutBiasAndKeepToItsVarianceAndMaximum() {
        assertThat(table.noise()).hasSize(256);
        assertThat(table.noise().stream().mapToInt(Integer::intValue).sum()).isZero();
        assertThat(table.noise().stream().mapToInt(noise -> noise * noise).sum() / 256.0)
                .isCloseTo(2, within(0.05));
        assertThat(Collections.max(table.noise())).isEqualTo(3);
        assertThat(Collections.min(table.noise())).isEqualTo(-3);
    }

    @Test
    void shouldHaveTheGreatestEntropyForItsVariance() {
        double total = IntStream.rangeClosed(-3, 3)
                .mapToDouble(noise -> Math.exp(-EXPONENT * noise * noise))
                .sum();
        for (int noise = -3; noise <= 3; noise++) {
            assertThat((double) Collections.frequency(table.noise(), noise))
                    .isCloseTo(256 * Math.exp(-EXPONENT * noise * noise) / total, within(1.0));
        }
    }

    @Test
    void shouldNeverReleaseASmallCountNorAsOne() {
        for (int count = 0; count < 50; count++) {
            for (int key = 0; key < 256; key++) {
                if (!table.hides(count, key)) {
                    assertThat(count).isGreaterThanOrEqualTo(5);
                    assertThat(table.released(count, key)).isGreaterThanOrEqualTo(5);
                    assertThat((long) count)
                            .isBetween(
                                    table.lowest(table.released(count, key)),
                                    table.highest(table.released(count, key)));
                }
            }
        }
    }

    @Test
    void shouldTakeKeysModulo256() {
        assertThat(table.released(20, 300)).isEqualTo(table.released(20, 44));
    }

    @Test
    void shouldRefuseNoiseThatCouldTurnAReportIntoNone() {
        assertThatThrownBy(() -> new Perturbation(3, table.noise())).hasMessageContaining("threshold 3");
        assertThatThrownBy(() -> new Perturbation(5, List.of(1, -1))).hasMessageContaining("256 keys");
    }
}
