package org.lamplight.streams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.lamplight.schemas.PeriodKind;

class PeriodTest {
    @Test
    void shouldStartWeeksOnMondayAcrossTheYear() {
        Period week = Period.of(PeriodKind.WEEK, LocalDate.parse("2026-01-01"));

        assertThat(week.firstDay()).isEqualTo("2025-12-29");
        assertThat(week.lastDay()).isEqualTo("2026-01-04");
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
