package org.lamplight.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamplight.areas.AreaBook;
import org.lamplight.streams.evaluation.Design;

class DemoEvaluationsTest {

    @Test
    void shouldFitTheYearWhicheverDayItEndsWith() {
        LocalDate first = LocalDate.of(2027, 9, 1);
        first.datesUntil(first.plusYears(1)).forEach(today -> {
            Design pilot = at(today).get(0);
            LocalDate begins = today.minusMonths(6);

            assertThat(pilot.before().firstDay()).as("%s", today).isAfterOrEqualTo(today.minusYears(1));
            assertThat(pilot.before().lastDay()).as("%s", today).isBefore(begins);
            assertThat(pilot.after().firstDay()).as("%s", today).isAfter(begins);
            assertThat(pilot.after().lastDay()).as("%s", today).isBefore(today);
        });
    }

    @Test
    void shouldNameAreasOfTheShippedBook() {
        AreaBook book = AreaBook.northamptonshire();

        assertThat(at(LocalDate.of(2026, 3, 16))).hasSize(2).allSatisfy(design -> design.checkAreas(book));
    }

    private static List<Design> at(LocalDate today) {
        return DemoEvaluations.upTo(Clock.fixed(today.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
    }
}
