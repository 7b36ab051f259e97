package org.lamplight.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {
    @Test
    void shouldStartWeeksOnMondayAcrossTheYear() {
        Period week = Period.of(PeriodKind.WEEK, LocalDate.parse("2026-01-01"));

        assertThat(week.firstDay()).isEqualTo("2025-12-29");
        assertThat(week.lastDay()).isEqualTo("2026-01-04");
    }

    @Test
    void shouldLetFourWeeksFollowEachOtherBeforeAndAfterTheirFirstMonday() {
        LocalDate first = LocalDate.parse("2001-01-01");

        assertThat(Period.of(PeriodKind.FOUR_WEEKS, first)).isEqualTo(new Period(PeriodKind.FOUR_WEEKS, first));
        assertThat(Period.of(PeriodKind.FOUR_WEEKS, first.minusDays(1)).firstDay())
                .isEqualTo("2000-12-04");
        for (LocalDate day = first; day.getYear() < 2004; day = day.plusDays(1)) {
            Period weeks = Period.of(PeriodKind.FOUR_WEEKS, day);
            assertThat(day).isBetween(weeks.firstDay(), weeks.lastDay());
            assertThat(Period.of(PeriodKind.FOUR_WEEKS, weeks.lastDay().plusDays(1))
                            .firstDay())
                    .isEqualTo(weeks.lastDay().plusDays(1))
                    .isEqualTo(weeks.firstDay().plusDays(28));
        }
    }

    @Test
    void shouldStartQuartersInJanuaryAprilJulyAndOctober() {
        Period quarter = Period.of(PeriodKind.QUARTER, LocalDate.parse("2026-06-30"));

        assertThat(quarter.firstDay()).isEqualTo("2026-04-01");
        assertThat(quarter.lastDay()).isEqualTo("2026-06-30");
    }

    @Test
    void shouldHoldAMonthInItsMonthAndQuarterButInNoWeek() {
        LocalDate first = LocalDate.parse("2026-02-01");
        LocalDate last = LocalDate.parse("2026-02-28");

        assertThat(Period.allHolding(Period.KINDS, first, last))
                .containsExactly(
                        new Period(PeriodKind.MONTH, first),
                        new Period(PeriodKind.QUARTER, LocalDate.parse("2026-01-01")));
    }

    @Test
    void shouldHoldNothingThatReachesIntoTheNextQuarter() {
        assertThat(Period.allHolding(Period.KINDS, LocalDate.parse("2026-03-31"), LocalDate.parse("2026-04-01")))
                .containsExactly(new Period(PeriodKind.WEEK, LocalDate.parse("2026-03-30")));
    }
}
