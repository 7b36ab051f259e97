package org.lamplight.streams.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Small cases of the estimators that ours are compared with, and of the measure of comparison. */
class SecondOpinionsTest {
    private static final int WEEK = 300;

    @Test
    void shouldLimitAWeekByTheSevenBefore() {
        double[] counts = {0, 2, 4, 6, 8, 10, 12, 99};

        double limit = Ears.C1.limit(counts, 7, 7, 0);

        assertThat(limit).isCloseTo(6 + 3.090232306 * Math.sqrt(112 / 6.0), within(1e-8));
    }

    @Test
    void shouldLeaveTheTwoWeeksBeforeOutOfC2() {
        double[] counts = {0, 2, 4, 6, 8, 10, 12, 99, 99, 99};

        assertThat(Ears.C2.limit(counts, 9, 7, 0)).isEqualTo(Ears.C1.limit(counts, 7, 7, 0));
    }

    @Test
    void shouldAlarmAtAnythingWhereNothingHasHappened() {
        double[] nothing = new double[20];

        assertThat(Ears.C1.limit(nothing, 10, 7, 0)).isZero();
        assertThat(Ears.C2.limit(nothing, 10, 7, 0)).isZero();
        assertThat(Ears.C3.limit(nothing, 12, 7, 0)).isNaN();
        assertThat(Ears.C1.limit(nothing, 10, 7, 0.5)).isCloseTo(0.5 * 3.090232306, within(1e-8));
    }

    @Test
    void shouldNotLimitAWeekAfterAMissingOne() {
        double[] counts = {1, 2, Double.NaN, 1, 2, 1, 2, 1, 2, 1, 2};

        assertThat(Ears.C1.limit(counts, 9, 7, 0)).isNaN();
        assertThat(Ears.C1.limit(counts, 10, 7, 0)).isNotNaN();
    }

    @Test
    void shouldExpectAConstantSeriesToGoOn() {
        long[] counts = new long[WEEK + 1];
        Arrays.fill(counts, 3);
        counts[WEEK] = 12;

        Farrington week = Farrington.of(counts, WEEK, 5).orElseThrow();

        assertThat(week.expected()).isCloseTo(3, within(1e-6));
        assertThat(week.dispersion()).isEqualTo(1);
        assertThat(week.limit()).isEqualTo(8); // the Poisson quantile
        assertThat(week.alarm()).isTrue();
    }

    @Test
    void shouldExpectMoreAtTheTimeOfYearThatAlwaysHasMore() {
        long[] counts = IntStream.rangeClosed(0, WEEK)
                .mapToLong(week -> Math.abs(week % 52 - WEEK % 52) <= 3 ? 20 : 4)
                .toArray();

        Farrington high = Farrington.of(counts, WEEK, 5).orElseThrow();
        Farrington low = Farrington.of(counts, WEEK - 10, 5).orElseThrow();

        assertThat(high.expected()).isCloseTo(20, within(0.5));
        assertThat(low.expected()).isCloseTo(4, within(0.5));
        assertThat(high.alarm()).isFalse();
    }

    @Test
    void shouldLearnLittleFromAnOutbreakOfThePast() {
        long[] counts = new long[WEEK + 1];
        Arrays.fill(counts, 3);
        Arrays.fill(counts, WEEK - 53, WEEK - 50, 60);

        assertThat(Farrington.of(counts, WEEK, 5).orElseThrow().expected()).isBetween(3.0, 4.5);
    }

    @Test
    void shouldNotBelieveATrendBeyondAnythingSeen() {
        long[] counts =
                IntStream.rangeClosed(0, WEEK).mapToLong(week -> week / 20).toArray();
        long most = counts[WEEK - 27];

        Farrington week = Farrington.of(counts, WEEK, 5).orElseThrow();

        assertThat(week.trend()).isZero();
        assertThat(week.expected()).isLessThan((double) most);
    }

    @Test
    void shouldNotAlarmAtFewerThanFiveInFourWeeks() {
        long[] counts = IntStream.rangeClosed(0, WEEK)
                .mapToLong(week -> week % 50 == 0 ? 1 : 0)
                .toArray();
        counts[WEEK] = 4;

        Farrington week = Farrington.of(counts, WEEK, 5).orElseThrow();

        assertThat(week.limit()).isLessThan(4);
        assertThat(week.alarm()).isFalse();
    }

    @Test
    void shouldHaveNoOpinionWithoutAPast() {
        assertThat(Farrington.of(new long[WEEK + 1], WEEK, 5)).isEmpty();
        assertThat(Farrington.of(new long[] {1, 2, 3}, 2, 3)).isEmpty();
    }

    @Test
    void shouldShareTheHitsOfCellsThatTieAtTheCut() {
        double[] areas = {1, 1, 1, 1};
        double[] scores = {5, 2, 2, 2};
        double[] events = {4, 3, 0, 3};

        PredictiveAccuracy half = PredictiveAccuracy.of(areas, scores, events, 0.5);

        assertThat(half.hits()).isEqualTo(6);
        assertThat(half.hitRate()).isEqualTo(0.6);
        assertThat(half.pai()).isCloseTo(1.2, within(1e-15));
        assertThat(half.peiStar()).isCloseTo(6 / 7.0, within(1e-15));
    }

    @Test
    void shouldNotRateAPredictionOfNothing() {
        PredictiveAccuracy nothing =
                PredictiveAccuracy.of(new double[] {1, 1}, new double[] {2, 1}, new double[2], 0.5);

        assertThat(nothing.hitRate()).isNaN();
        assertThat(nothing.pai()).isNaN();
        assertThat(nothing.peiStar()).isNaN();
    }
}
