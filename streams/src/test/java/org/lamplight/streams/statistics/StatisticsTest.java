package org.lamplight.streams.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Small cases whose answers can be checked by hand, and the edges of every estimator. */
class StatisticsTest {

    @Test
    void shouldFindTheRetailPilotsRatioOfRatios() {
        BeforeAndAfter pilot = new BeforeAndAfter(47, 174, 54, 69);

        Interval interval = pilot.ratioInterval(0.95, 1);

        assertThat(pilot.ratioOfRatios()).isCloseTo(2.90, within(0.005));
        assertThat(interval.low()).isCloseTo(1.79, within(0.005));
        assertThat(interval.high()).isCloseTo(4.68, within(0.005));
    }

    @Test
    void shouldHaveNoRatioWhereACountIsZero() {
        assertThat(new BeforeAndAfter(0, 3, 5, 6).hasRatio()).isFalse();
        assertThat(new BeforeAndAfter(1, 0, 5, 6).hasRatio()).isFalse();
        assertThat(new BeforeAndAfter(1, 3, 0, 6).hasRatio()).isFalse();
        assertThat(new BeforeAndAfter(1, 3, 5, 0).hasRatio()).isFalse();
        assertThat(new BeforeAndAfter(1, 3, 5, 6).hasRatio()).isTrue();
        assertThat(new BeforeAndAfter(0, 0, 0, 0).differenceInterval(0.95, 1)).isEqualTo(new Interval(0, 0));
    }

    @Test
    void shouldNotTakeThirtyToTwentyForEvidence() {
        BeforeAndAfter counts = new BeforeAndAfter(30, 20, 30, 25);

        Interval interval = counts.differenceInterval(0.95, 1);

        assertThat(counts.difference()).isEqualTo(-5);
        assertThat(counts.differenceStandardError()).isCloseTo(Math.sqrt(105), within(1e-12));
        assertThat(interval.low()).isCloseTo(-25.08, within(0.005));
        assertThat(interval.high()).isCloseTo(15.08, within(0.005));
    }

    @Test
    void shouldCountTheComparisonTwiceWhereItIsThatOfTheBufferToo() {
        BeforeAndAfter counts = new BeforeAndAfter(100, 80, 100, 90);

        Interval interval = counts.totalDifferenceInterval(40, 55, 0.95, 1);

        assertThat(counts.totalDifference(40, 55)).isEqualTo(-10 + 25);
        double half = 1.959963984540054 * Math.sqrt(100 + 80 + 40 + 55 + 4 * (100 + 90));
        assertThat(interval.low()).isCloseTo(15 - half, within(1e-9));
        assertThat(interval.high()).isCloseTo(15 + half, within(1e-9));
    }

    @Test
    void shouldWidenIntervalsByTheRootOfTheDispersion() {
        BeforeAndAfter counts = new BeforeAndAfter(47, 174, 54, 69);

        assertThat(width(counts.differenceInterval(0.95, 4)))
                .isCloseTo(2 * width(counts.differenceInterval(0.95, 1)), within(1e-9));
        assertThat(width(counts.totalDifferenceInterval(5, 7, 0.95, 4)))
                .isCloseTo(2 * width(counts.totalDifferenceInterval(5, 7, 0.95, 1)), within(1e-9));
        Interval ratio = counts.ratioInterval(0.95, 4);
        assertThat(Math.log(ratio.high() / ratio.low()))
                .isCloseTo(2 * 2 * 1.959963984540054 * counts.logStandardError(), within(1e-9));
    }

    @Test
    void shouldPoolDispersionOverSeriesOfDifferentLevels() {
        // (1 + 0 + 1) / 2 and (25 + 0 + 25) / 10: chi-squared 6 with 4 degrees of freedom.
        assertThat(Dispersion.pooled(List.of(new long[] {1, 2, 3}, new long[] {5, 10, 15})))
                .isCloseTo(1.5, within(1e-12));
        assertThat(Dispersion.pooled(List.of(new long[] {1, 2, 3}, new long[] {5, 10, 15}, new long[] {0, 0, 0})))
                .isCloseTo(1.5, within(1e-12));
    }

    @Test
    void shouldNotHaveLessDispersionThanPoissonCounts() {
        assertThat(Dispersion.pooled(List.of(new long[] {4, 4, 4}))).isEqualTo(1);
        assertThat(Dispersion.pooled(List.of(new long[] {4}, new long[] {9}))).isEqualTo(1);
        assertThat(Dispersion.pooled(List.of(new long[] {0, 0}))).isEqualTo(1);
        assertThat(Dispersion.pooled(List.of())).isEqualTo(1);
    }

    @Test
    void shouldHaveNoZWhereNothingVaries() {
        GiStar empty = new GiStar(new long[] {0, 0, 0, 0}, 2);
        GiStar constant = new GiStar(new long[] {3, 3, 3, 3}, 2);

        assertThat(empty.z(2, 0)).isNaN();
        assertThat(empty.atLeast(2, 0)).isEqualTo(1);
        assertThat(constant.z(2, 6)).isNaN();
        assertThat(constant.atLeast(2, 6)).isEqualTo(1);
        assertThat(constant.atLeast(2, 7)).isZero();
    }

    @Test
    void shouldHaveNoZWhereTheDiskIsTheWholeArea() {
        assertThat(new GiStar(new long[] {5}, 1).z(1, 5)).isNaN();
        assertThat(new GiStar(new long[] {5, 0}, 2).z(2, 5)).isNaN();
    }

    @Test
    void shouldGiveOneReportTheChanceThatADiskHasIt() {
        GiStar gi = new GiStar(new long[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0}, 7);

        assertThat(gi.atLeast(7, 1)).isCloseTo(0.7, within(1e-15));
        assertThat(gi.atLeast(1, 1)).isCloseTo(0.1, within(1e-15));
    }

    @Test
    void shouldGiveAnEmptyDiskNoAlarm() {
        assertThat(Emergence.p(0, 12, 0.5, 20, 1)).isEqualTo(1);
        assertThat(Emergence.p(0, 0, 0.5, 20, 1)).isEqualTo(1);
        assertThat(Emergence.adjusted(1, 1, 0.5)).isEqualTo(1);
        assertThat(Emergence.adjusted(1, 1, 0.01)).isCloseTo(0.03, within(1e-15));
    }

    @Test
    void shouldGiveTheOnlyPlaceEveryReport() {
        assertThat(Tails.betaBinomialAtLeast(3, 3, 2, 2)).isEqualTo(1);
    }

    @Test
    void shouldBeUniformWhereThePriorIs() {
        // Beta-binomial with weights 1 and 1 is uniform over 0..n.
        for (int s = 0; s <= 9; s++) {
            assertThat(Tails.betaBinomialAtLeast(9, s, 1, 2)).isCloseTo((10 - s) / 10.0, within(1e-14));
        }
    }

    @Test
    void shouldFollowThePoissonWhereTheSizeIsInfinite() {
        assertThat(Tails.negativeBinomialAtLeast(1, 2, Double.POSITIVE_INFINITY))
                .isCloseTo(1 - Math.exp(-2), within(1e-14));
        assertThat(Tails.negativeBinomialAtMost(0, 2, Double.POSITIVE_INFINITY)).isCloseTo(Math.exp(-2), within(1e-15));
        assertThat(Tails.negativeBinomialAtMost(-1, 2, 3)).isZero();
        assertThat(Tails.negativeBinomialAtLeast(0, 2, 3)).isEqualTo(1);
    }

    @Test
    void shouldLetRetractionsBelowNothingCountAsNothing() {
        GammaPoisson state = GammaPoisson.of(1, 10, 4, 0.5);

        assertThat(state.atLeast(-1, 1, 1)).isEqualTo(1);
        assertThat(state.atMost(-1, 1, 1)).isZero();
    }

    @Test
    void shouldExpectThePriorWhereThereIsNoPast() {
        GammaPoisson state = GammaPoisson.of(0, 0, 4, 0.5);

        assertThat(state.expected(1)).isEqualTo(0.5);
        assertThat(state.expected(0.25)).isEqualTo(0.125);
    }

    @Test
    void shouldCompleteNothingWhereEverythingHasArrived() {
        assertThat(Nowcast.of(3, 2, 1, 7)).isEqualTo(new Nowcast(7, new Interval(7, 7)));
    }

    @Test
    void shouldKnowNoDelayWhereNothingWasSeen() {
        DelayDistribution unseen = DelayDistribution.of(new long[3], new long[3]);

        assertThat(unseen.completeness(-1)).isZero();
        assertThat(unseen.completeness(0)).isEqualTo(1);
        assertThat(unseen.completeness(99)).isEqualTo(1);
    }

    @Test
    void shouldSpreadDelaysByTheirHazards() {
        // Of ten reports old enough, five came at once, three after a day, two after two.
        DelayDistribution delays = DelayDistribution.of(new long[] {5, 3, 2}, new long[] {5, 8, 10});

        assertThat(delays.completeness(0)).isCloseTo(0.5, within(1e-15));
        assertThat(delays.completeness(1)).isCloseTo(0.8, within(1e-15));
        assertThat(delays.completeness(2)).isEqualTo(1);
    }

    @Test
    void shouldAdjustForEveryTestMade() {
        assertThat(BenjaminiHochberg.adjust(new double[] {0.04, 0.01, 1, 0.02}))
                .containsExactly(new double[] {4 * 0.04 / 3, 0.04, 1, 0.04}, within(1e-15));
        assertThat(BenjaminiHochberg.adjust(new double[0])).isEmpty();
    }

    @Test
    void shouldSeeNoTrendInTies() {
        MannKendall tied = MannKendall.of(new double[] {2, 2, 2});

        assertThat(tied.s()).isZero();
        assertThat(tied.p()).isEqualTo(1);
    }

    @Test
    void shouldKeepProportionsWithinBounds() {
        assertThat(Proportions.wilson(0, 5, 0.95).low()).isZero();
        assertThat(Proportions.wilson(5, 5, 0.95).high()).isEqualTo(1);
        assertThat(Proportions.fisher(0, 5, 0, 9)).isEqualTo(1);
        assertThat(Proportions.fisher(5, 5, 9, 9)).isEqualTo(1);
    }

    @Test
    void shouldBoundARateOfNothing() {
        Interval none = Rates.exactLimits(0, 0.95);

        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(-Math.log(0.025), within(1e-12));
    }

    private static double width(Interval interval) {
        return interval.high() - interval.low();
    }
}
