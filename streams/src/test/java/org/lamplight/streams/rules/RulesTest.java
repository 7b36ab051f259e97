package org.lamplight.streams.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.PeriodKind;

class RulesTest {
    private static final OptionalLong NONE = OptionalLong.empty();
    private static final OptionalLong FIVE = OptionalLong.of(5);

    @Test
    void shouldLetTheHigherRevisionWinAndTheLaterArrivalWhereRevisionsDoNotDecide() {
        assertThat(Precedence.overIncident(FIVE, OptionalLong.of(6))).isTrue();
        assertThat(Precedence.overIncident(FIVE, FIVE)).isTrue();
        assertThat(Precedence.overIncident(FIVE, OptionalLong.of(4))).isFalse();
        assertThat(Precedence.overIncident(FIVE, NONE)).isTrue();
        assertThat(Precedence.overIncident(NONE, OptionalLong.of(1))).isTrue();
    }

    @Test
    void shouldNotLetAWithdrawnRevisionUndoItsOwnWithdrawal() {
        assertThat(Precedence.overWithdrawal(FIVE, OptionalLong.of(6))).isTrue();
        assertThat(Precedence.overWithdrawal(FIVE, FIVE)).isFalse();
        assertThat(Precedence.overWithdrawal(FIVE, NONE)).isTrue();
    }

    @Test
    void shouldRememberTheKnownRevisionWhereTheArrivingVersionHasNone() {
        assertThat(Precedence.after(FIVE, NONE)).isEqualTo(FIVE);
        assertThat(Precedence.after(FIVE, OptionalLong.of(6))).hasValue(6);
    }

    @Test
    void shouldHalveAnIncidentsWeightIn46Weeks() {
        assertThat(Intensity.weight(0)).isEqualTo(1);
        assertThat(Intensity.weight(7)).isCloseTo(0.985, within(1e-12));
        assertThat(Intensity.weight(46 * 7)).isCloseTo(0.499, within(0.001));
        assertThat(Intensity.weight(5000)).isCloseTo(Math.pow(0.985, 5000 / 7.0), within(1e-12));
    }

    @Test
    void shouldWeighAnIntervalOnItsMiddleDay() {
        assertThat(Intensity.middleDay(100, 1)).isEqualTo(100);
        assertThat(Intensity.middleDay(100, 2)).isEqualTo(100);
        assertThat(Intensity.middleDay(100, 31)).isEqualTo(115);
    }

    @Test
    void shouldKeepOutcomeSetsApart() {
        assertThat(OutcomeSet.CHARGE_ONLY.holds("1A")).isTrue();
        assertThat(OutcomeSet.CHARGE_ONLY.holds("3")).isFalse();
        assertThat(OutcomeSet.NORTHANTS_POSITIVE.holds("8")).isTrue();
        assertThat(OutcomeSet.NORTHANTS_POSITIVE.holds("22")).isFalse();
        assertThat(OutcomeSet.LEGACY_DETECTION.holds("6")).isTrue();
        assertThat(OutcomeSet.WITH_OUTCOME_22.holds("22")).isTrue();
    }

    @Test
    void shouldTakeTheResolutionOfTheLongestPrefixThatFits() {
        Resolutions resolutions = new Resolutions(Map.of("retail", 9, "retail.robbery", 8));

        assertThat(resolutions.of("retail.shoplifting")).isEqualTo(9);
        assertThat(resolutions.of("retail.robbery")).isEqualTo(8);
        assertThat(resolutions.of("streetsafe")).isEqualTo(8);
    }

    @Test
    void shouldRefuseAResolutionOnWhichNoSurfaceIsDrawn() {
        assertThatThrownBy(() -> new Resolutions(Map.of("retail", 7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The resolution of categories retail* is 7;"
                        + " give 8 (sparse) or 9 (more than about 200 reports a week).");
    }

    @Test
    void shouldCountDelayInWholeDaysFromTheEndOfTheWeek() {
        Period week = Period.of(PeriodKind.WEEK, LocalDate.parse("2026-03-25"));
        Instant end =
                LocalDate.parse("2026-03-30").atStartOfDay(Calendar.LONDON).toInstant();

        assertThat(Delay.days(week, end.minusSeconds(1))).isZero();
        assertThat(Delay.days(week, end)).isZero();
        assertThat(Delay.days(week, end.plusSeconds(1))).isEqualTo(1);
        assertThat(Delay.days(week, end.plus(Duration.ofDays(1)))).isEqualTo(1);
        assertThat(Delay.days(week, end.plus(Duration.ofDays(400)))).isEqualTo(400);
    }

    @Test
    void shouldCallAReportLateAfterSevenDays() {
        Instant occurred = Instant.parse("2026-03-01T00:00:00Z");

        assertThat(Lateness.isLate(Lateness.lag(occurred, occurred.plus(Duration.ofDays(7)))))
                .isFalse();
        assertThat(Lateness.isLate(
                        Lateness.lag(occurred, occurred.plus(Duration.ofDays(7)).plusMillis(1))))
                .isTrue();
        assertThat(Lateness.lag(occurred, occurred.minusSeconds(1))).isZero();
    }
}
