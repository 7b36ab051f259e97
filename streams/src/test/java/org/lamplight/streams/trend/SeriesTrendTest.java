package org.lamplight.streams.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lamplight.streams.trend.Town.COUNCIL;
import static org.lamplight.streams.trend.Town.FORCE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lamplight.schemas.AlertStatus;
import org.lamplight.schemas.Direction;
import org.lamplight.streams.arrivals.Weeks;

class SeriesTrendTest {
    /** The last day of a week. */
    private static final LocalDate SUNDAY = LocalDate.parse("2026-03-15");

    private static final int THIS_WEEK = Weeks.of(SUNDAY);

    @Test
    void shouldExpectOfAStableAreaWhatItHas() {
        SeriesTrend trend = new Town("streetsafe").with(5, "a", SUNDAY, 0, 60).asOf(SUNDAY);

        WeekStatistics force = of(trend, FORCE, 0);

        assertThat(force.past().orElseThrow().expected(force.exposure())).isCloseTo(5, within(1e-9));
        assertThat(force.completeness()).isEqualTo(1);
        assertThat(force.dispersion()).isEqualTo(1);
        assertThat(status(trend, FORCE, 0)).isEqualTo(AlertStatus.NONE);
        assertThat(direction(trend, FORCE, 0)).contains(Direction.NO_CLEAR_CHANGE);
        // A ward is drawn a little to the mean of the four.
        assertThat(of(trend, "a", 0).past().orElseThrow().expected(1)).isBetween(4.0, 5.0);
    }

    @Test
    void shouldSeeATriplingInItsFirstWeekAndARiseInItsFourth() {
        Town town = new Town("streetsafe").with(5, "a", SUNDAY, 0, 60).with(5, "b", SUNDAY, 0, 60);
        town.with(10, "a", SUNDAY, 0);

        SeriesTrend trend = town.asOf(SUNDAY);

        assertThat(status(trend, "a", 0)).isIn(AlertStatus.WATCH, AlertStatus.ALERT);
        assertThat(status(trend, "b", 0)).isEqualTo(AlertStatus.NONE);
        assertThat(status(trend, "a", 1)).isEqualTo(AlertStatus.NONE);
        town.with(10, "a", SUNDAY.plusWeeks(3), 0, 3).with(5, "a", SUNDAY.plusWeeks(3), 0, 3);
        assertThat(direction(town.asOf(SUNDAY.plusWeeks(3)), "a", -3)).contains(Direction.RISING);
    }

    @Test
    void shouldHaveRowsForAYearOfEveryAreaThatEverHadAReport() {
        SeriesTrend trend = new Town("streetsafe")
                .with(5, "a", SUNDAY, 0, 100)
                .with(1, "b", SUNDAY.minusWeeks(99), 0)
                .asOf(SUNDAY);

        assertThat(of(trend, "b", 0).observed()).isZero();
        assertThat(of(trend, "b", 52).observed()).isZero();
        assertThat(trend.statistics("b", THIS_WEEK - 53)).isEmpty();
        assertThat(trend.statistics("b", THIS_WEEK + 1)).isEmpty();
        assertThat(trend.statistics("c", THIS_WEEK)).isEmpty();
        assertThat(trend.statistics("unknown", THIS_WEEK)).isEmpty();
        assertThat(of(trend, "b", 12).test()).isPresent();
        assertThat(of(trend, "b", 13).test()).isEmpty();
        assertThat(direction(trend, "b", 0)).contains(Direction.INSUFFICIENT);
    }

    @Test
    void shouldBeginWithTheFirstReport() {
        SeriesTrend trend = new Town("streetsafe").with(5, "a", SUNDAY, 0, 9).asOf(SUNDAY);

        assertThat(trend.statistics("a", THIS_WEEK - 9)).isEmpty();
        assertThat(of(trend, "a", 8).past()).isEmpty();
        assertThat(IntStream.rangeClosed(0, 8).mapToObj(back -> status(trend, "a", back)))
                .startsWith(AlertStatus.NONE)
                .endsWith(AlertStatus.INSUFFICIENT_HISTORY)
                .filteredOn(AlertStatus.INSUFFICIENT_HISTORY::equals)
                .hasSize(8);
        assertThat(direction(trend, "a", 8)).contains(Direction.INSUFFICIENT);
    }

    @Test
    void shouldLeaveTheRunningWeekOpen() {
        SeriesTrend trend = new Town("streetsafe")
                .with(5, "a", SUNDAY, 0, 60)
                .with(50, "a", SUNDAY.plusDays(1), 0)
                .asOf(SUNDAY.plusDays(3));

        WeekStatistics running = of(trend, "a", -1);

        assertThat(running.completeness()).isZero();
        assertThat(running.past()).isEmpty();
        assertThat(status(trend, "a", -1)).isEqualTo(AlertStatus.PENDING);
        assertThat(direction(trend, "a", -1)).isEmpty();
        assertThat(of(trend, "a", 0).test().orElseThrow().newestFull()).isTrue();
        assertThat(direction(trend, "a", 0)).contains(Direction.NO_CLEAR_CHANGE);
    }

    @Test
    void shouldNotTakeAFillingWeekForAFall() {
        Town town = new Town("streetsafe");
        // Every week has eight reports, of which seven arrive eight days after its end.
        town.with(1, "a", SUNDAY, 0, 60).with(7, "a", SUNDAY.minusWeeks(2), 8, 58);

        SeriesTrend trend = town.asOf(SUNDAY);

        assertThat(of(trend, FORCE, 0).completeness()).isCloseTo(1 / 8.0, within(1e-12));
        assertThat(status(trend, FORCE, 0)).isEqualTo(AlertStatus.PENDING);
        assertThat(direction(trend, FORCE, 0)).contains(Direction.NO_CLEAR_CHANGE);
        assertThat(of(trend, FORCE, 1)
                        .nowcast(of(trend, FORCE, 1).past().orElseThrow())
                        .mean())
                .isCloseTo(8, within(0.5));
    }

    @Test
    void shouldNotTakeHistoryThatWasLoadedForDelay() {
        Town town = new Town("streetsafe");
        LocalDate loaded = SUNDAY.minusWeeks(10);
        for (int back = 11; back < 100; back++) {
            town.with(5, "a", SUNDAY.minusWeeks(back), 7 * (back - 10));
        }
        town.with(5, "a", SUNDAY, 1, 11);

        SeriesTrend trend = town.asOf(SUNDAY.plusDays(1));

        assertThat(Weeks.age(Weeks.of(loaded), loaded)).isZero();
        assertThat(of(trend, "a", 0).completeness()).isEqualTo(1);
        assertThat(town.asOf(SUNDAY).statistics("a", THIS_WEEK).orElseThrow().completeness())
                .isZero();
    }

    @Test
    void shouldCallNothingAFallWhileNobodyKnowsHowLateReportsCome() {
        Town town = new Town("streetsafe");
        for (int back = 1; back < 60; back++) {
            // All of it was loaded on one day, and most of the newest weeks has yet to come.
            town.with(back <= 4 ? 1 : 10, "a", SUNDAY.minusWeeks(back), 7 * back);
        }
        SeriesTrend trend = town.asOf(SUNDAY);

        assertThat(direction(trend, FORCE, 1)).contains(Direction.NO_CLEAR_CHANGE);
        assertThat(of(trend, FORCE, 1).mayBeIncomplete()).isTrue();
        assertThat(of(trend, FORCE, 6).mayBeIncomplete()).isFalse();
    }

    @Test
    void shouldNotAlarmAtABatchOfHistoricReports() {
        Town town = new Town("streetsafe").with(2, "a", SUNDAY, 0, 40).with(1, "b", SUNDAY, 0, 40);
        for (int back = 3; back < 28; back++) {
            town.with(2, "a", SUNDAY.minusWeeks(back), 7 * back);
        }

        SeriesTrend trend = town.asOf(SUNDAY);

        assertThat(List.of("a", "b", COUNCIL, FORCE)).allSatisfy(area -> {
            assertThat(status(trend, area, 0)).isEqualTo(AlertStatus.NONE);
            assertThat(status(trend, area, 1)).isEqualTo(AlertStatus.NONE);
            assertThat(direction(trend, area, 0)).isNotEqualTo(Optional.of(Direction.RISING));
            assertThat(of(trend, area, 0).completeness()).isEqualTo(1);
        });
    }

    @Test
    void shouldSayThatTheWholeForceIsUp() {
        Town town = new Town("streetsafe");
        for (String ward : List.of("a", "b", "c", "d")) {
            town.with(3, ward, SUNDAY, 0, 60).with(6, ward, SUNDAY, 0);
        }

        SeriesTrend trend = town.asOf(SUNDAY);

        assertThat(of(trend, "a", 0).test().orElseThrow().forceIsUp()).isTrue();
        assertThat(of(trend, "a", 1).test().orElseThrow().forceIsUp()).isFalse();
    }

    @Test
    void shouldNotCallAWeekWithoutDataARise() {
        Town town = new Town("streetsafe").with(5, "a", SUNDAY, 0, 60);

        SeriesTrend trend = town.asOf(SUNDAY.plusWeeks(1));

        assertThat(of(trend, "a", -1).observed()).isZero();
        assertThat(status(trend, "a", -1)).isEqualTo(AlertStatus.NONE);
        assertThat(of(trend, "a", -1).past().orElseThrow().atMost(0, 1, 1)).isLessThan(0.05);
    }

    @Test
    void shouldFollowAClockThatJumps() {
        Town town = new Town("streetsafe").with(5, "a", SUNDAY, 0, 60);

        SeriesTrend later = town.asOf(SUNDAY.plusYears(20));
        SeriesTrend earlier = town.asOf(SUNDAY.minusYears(20));

        assertThat(later.statistics("a", THIS_WEEK)).isEmpty();
        WeekStatistics longAfter =
                later.statistics("a", Weeks.of(SUNDAY.plusYears(20)) - 1).orElseThrow();
        assertThat(longAfter.past()).isEmpty();
        assertThat(longAfter.test().orElseThrow().status()).isEqualTo(AlertStatus.INSUFFICIENT_HISTORY);
        assertThat(earlier.statistics("a", THIS_WEEK)).isEmpty();
        assertThat(town.asOf(SUNDAY.plusWeeks(60))
                        .statistics("a", THIS_WEEK + 60)
                        .orElseThrow()
                        .observed())
                .isZero();
    }

    @Test
    void shouldSayNothingOfASeriesWithoutReports() {
        SeriesTrend trend = new Town("streetsafe").asOf(SUNDAY);

        assertThat(Town.areas())
                .allSatisfy(
                        area -> assertThat(trend.statistics(area, THIS_WEEK)).isEmpty());
    }

    private static WeekStatistics of(SeriesTrend trend, String area, int weeksBack) {
        return trend.statistics(area, THIS_WEEK - weeksBack).orElseThrow();
    }

    private static AlertStatus status(SeriesTrend trend, String area, int weeksBack) {
        return of(trend, area, weeksBack).test().orElseThrow().status();
    }

    private static Optional<Direction> direction(SeriesTrend trend, String area, int weeksBack) {
        return of(trend, area, weeksBack).test().orElseThrow().change().map(RateChange::direction);
    }
}
