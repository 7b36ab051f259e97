package org.lamplight.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountyTest {
    private static final int DAYS = 70;

    @Test
    void shouldFillEveryStoreThatItMeasures() {
        try (County county = new County(10)) {
            for (int day = MadeUpReports.LAST_DAY - DAYS; day <= MadeUpReports.LAST_DAY; day++) {
                county.takeIn(day);
            }
            county.takeInOne(MadeUpReports.LAST_DAY);
            county.drift();
            county.drainAndMeasure();

            assertThat(county.stored())
                    .containsKeys("register", "surface-histories", "surface-sent", "trend-counts", "trend-delays")
                    .allSatisfy((store, bytes) -> assertThat(bytes).isPositive());
        }
    }

    @Test
    void shouldPutSamplesDownToStages() {
        Profile profile = new Profile();
        try (County county = new County(10)) {
            profile.record(() -> {
                for (int day = MadeUpReports.LAST_DAY - DAYS; day <= MadeUpReports.LAST_DAY; day++) {
                    county.takeIn(day);
                }
            });
        }

        assertThat(profile.shares()).containsKey("trend");
        assertThat(profile.shares().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isBetween(0.999, 1.001);
    }
}
