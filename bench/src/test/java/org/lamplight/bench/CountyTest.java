package org.lamplight.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamplight.streams.rules.Resolutions;

class CountyTest {
    private static final int DAYS = 70;
    private static final List<String> FILLED =
            List.of("register", "surface-histories", "surface-sent", "trend-counts", "trend-delays");

    @Test
    void shouldFillEveryStoreThatItMeasures() {
        try (County county = new County(10, Resolutions.DEFAULT)) {
            for (int day = MadeUpReports.LAST_DAY - DAYS; day <= MadeUpReports.LAST_DAY; day++) {
                county.takeIn(day);
            }
            county.takeInOne(MadeUpReports.LAST_DAY);
            county.drift();
            county.drain();

            assertThat(FILLED)
                    .allSatisfy(store -> assertThat(county.stored().get(store)).isPositive());
        }
    }

    @Test
    void shouldEmptyItsStores() {
        try (County county = new County(10, Resolutions.DEFAULT)) {
            county.takeIn(MadeUpReports.LAST_DAY);

            county.emptyStores();

            assertThat(county.stored())
                    .isNotEmpty()
                    .allSatisfy((store, bytes) -> assertThat(bytes).isZero());
        }
    }

    @Test
    void shouldPutSamplesDownToStages() {
        Profile profile = new Profile();
        try (County county = new County(10, Resolutions.DEFAULT)) {
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
