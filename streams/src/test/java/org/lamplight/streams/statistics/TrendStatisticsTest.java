package org.lamplight.streams.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The filter, the season and the smallest detectable rise: small vectors computed with numpy and scipy, and edges. */
class TrendStatisticsTest {
    private static final int WEEKS = 30;

    private final int[][] counts = new int[WEEKS][];
    private final double[] season = new double[WEEKS];
    private final double[] completeness = new double[WEEKS];

    TrendStatisticsTest() {
        for (int week = 0; week < WEEKS; week++) {
            counts[week] = new int[] {6 * (3 * week % 5), (2 * week + 1) % 3, 0};
            season[week] = week % 2 == 0 ? 1.2 : 0.8;
        }
        Arrays.fill(completeness, 1);
        System.arraycopy(new double[] {0.9, 0.7, 0.5, 0.25}, 0, completeness, WEEKS - 4, 4);
    }

    @Test
    void shouldWeighTheGuardedPastAndTheLevelsMean() {
        LevelFilter filter = new LevelFilter(counts, season, completeness);

        assertThat(filter.before(2, 0)).isEmpty();
        assertThat(filter.before(4, 0).orElseThrow().rate()).isCloseTo(4 + 0.97 * 1.2 + 0.8, within(1e-12));
        GammaPoisson busy = filter.before(29, 0).orElseThrow();
        assertThat(busy.shape()).isCloseTo(238.75215331318094, within(1e-9));
        assertThat(busy.rate()).isCloseTo(22.71357958813165, within(1e-12));
        assertThat(filter.before(29, 2).orElseThrow().shape()).isCloseTo(17.13528654012719, within(1e-9));
    }

    @Test
    void shouldLearnTheDispersionAfterHalfAYear() {
        LevelFilter filter = new LevelFilter(counts, season, completeness);

        assertThat(filter.dispersion(26)).isEqualTo(1);
        assertThat(filter.dispersion(29)).isCloseTo(4.103964949491449, within(1e-9));
    }

    @Test
    void shouldExpectNothingOfALevelWithoutReports() {
        LevelFilter filter = new LevelFilter(new int[WEEKS][2], season, completeness);

        assertThat(filter.before(29, 0)).isEmpty();
        assertThat(filter.dispersion(29)).isEqualTo(1);
        assertThat(new LevelFilter(new int[0][], new double[0], new double[0])).isNotNull();
    }

    @Test
    void shouldExpectWhatAlwaysHappens() {
        int[][] constant = new int[WEEKS][];
        Arrays.fill(constant, new int[] {3, 3});
        double[] ones = new double[WEEKS];
        Arrays.fill(ones, 1);

        assertThat(new LevelFilter(constant, ones, ones)
                        .before(29, 1)
                        .orElseThrow()
                        .expected(1))
                .isCloseTo(3, within(1e-12));
    }

    @Test
    void shouldLearnASeasonFromTwoYears() {
        double[] counts = wave(104);

        Season season = Season.of(counts, 7);

        double mean = 0;
        for (int week = 0; week < 52; week++) {
            // Seven weeks' blur takes 3 % of the wave's height, the prior another 1 %.
            assertThat(season.factor(7 + week)).isCloseTo(1 + 0.5 * Math.sin(2 * Math.PI * week / 52), within(0.025));
            mean += season.factor(week) / 52;
        }
        assertThat(mean).isCloseTo(1, within(1e-12));
        assertThat(season.factor(7 + 52)).isEqualTo(season.factor(7));
        assertThat(season.factor(7 - 52)).isEqualTo(season.factor(7));
    }

    @Test
    void shouldKnowNoSeasonBeforeTwoYears() {
        assertThat(Season.of(wave(103), 0)).isSameAs(Season.NONE);
        assertThat(Season.NONE.factor(3)).isEqualTo(1);
    }

    @Test
    void shouldTakeNeitherGrowthNorNothingForASeason() {
        double[] growing = new double[120];
        Arrays.setAll(growing, week -> 100 + week);

        for (int week = 0; week < 52; week++) {
            assertThat(Season.of(growing, 0).factor(week)).isCloseTo(1, within(1e-12));
            assertThat(Season.of(new double[120], 0).factor(week)).isEqualTo(1);
        }
    }

    @Test
    void shouldNotTakeAFewReportsForASeason() {
        double[] sparse = new double[104];
        sparse[30] = 3;
        sparse[82] = 3;

        Season season = Season.of(sparse, 0);

        assertThat(season.factor(30)).isBetween(1.2, 1.35);
        assertThat(season.factor(0)).isBetween(0.9, 1.0);
    }

    private static double[] wave(int weeks) {
        double[] counts = new double[weeks];
        Arrays.setAll(counts, week -> 200 * (1 + 0.5 * Math.sin(2 * Math.PI * week / 52)));
        return counts;
    }

    @Test
    void shouldFindTheSmallestDetectableRise() {
        assertThat(MinimumDetectable.ratio(10, 60, 1).orElseThrow()).isCloseTo(1.8749, within(0.002));
        assertThat(MinimumDetectable.ratio(0.5, 3, 1).orElseThrow()).isCloseTo(5.8079, within(0.006));
        assertThat(MinimumDetectable.ratio(10, 5, 2.5).orElseThrow()).isCloseTo(2.6524, within(0.003));
        assertThat(MinimumDetectable.ratio(0.01, 0.3, 1)).isEmpty();
    }
}
