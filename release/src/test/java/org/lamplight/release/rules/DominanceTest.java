package org.lamplight.release.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DominanceTest {
    @Test
    void shouldSeeTwoPremisesThatMakeUpMoreThanNinetyPercent() {
        assertThat(Dominance.protection(100, List.of(60L, 31L, 9L))).isEqualTo(2); // 91 / 0.9 = 101.1
        assertThat(Dominance.protection(100, List.of(45L, 45L, 10L))).isZero();
    }

    @Test
    void shouldSeeWhereTheOthersAreLessThanTenPercentOfTheLargest() {
        assertThat(Dominance.protection(100, List.of(85L, 7L, 4L))).isEqualTo(3); // n, k: 102.2; p: 8.5 - 8
        assertThat(Dominance.protection(200, List.of(100L, 80L, 20L))).isZero();
        assertThat(Dominance.protection(1000, List.of(850L, 49L, 20L))).isZero();
    }

    @Test
    void shouldAskForMoreRoomTheMoreOnePremisesDominate() {
        assertThat(Dominance.protection(200, List.of(200L))).isEqualTo(23); // 200 / 0.9 = 222.2
    }

    @Test
    void shouldLetCountsWithoutPremisesBe() {
        assertThat(Dominance.protection(10, List.of())).isZero();
    }
}
