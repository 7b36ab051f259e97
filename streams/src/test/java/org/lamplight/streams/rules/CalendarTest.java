package org.lamplight.streams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CalendarTest {
    private static final LocalDate SPRING_FORWARD = LocalDate.parse("2026-03-29");
    private static final LocalDate FALL_BACK = LocalDate.parse("2026-10-25");

    @Test
    void shouldGiveTheDateOfTheClocksInTheCounty() {
        assertThat(Calendar.day(Instant.parse("2026-07-01T23:30:00Z"))).isEqualTo("2026-07-02");
        assertThat(Calendar.day(Instant.parse("2026-01-01T23:30:00Z"))).isEqualTo("2026-01-01");
    }

    @Test
    void shouldEndADayThatIsShortOrLongOnItself() {
        for (LocalDate day : new LocalDate[] {SPRING_FORWARD, FALL_BACK}) {
            Instant from = day.atStartOfDay(Calendar.LONDON).toInstant();
            Instant to = day.plusDays(1).atStartOfDay(Calendar.LONDON).toInstant();

            assertThat(Calendar.day(from)).isEqualTo(day);
            assertThat(Calendar.lastDay(from, to)).isEqualTo(day);
        }
    }

    @Test
    void shouldEndAnInstantOnItsOwnDay() {
        Instant midnight = FALL_BACK.atStartOfDay(Calendar.LONDON).toInstant();

        assertThat(Calendar.lastDay(midnight, midnight)).isEqualTo(FALL_BACK);
    }

    @Test
    void shouldGiveTheHourOfTheWeekOnlyWhereTheHourIsKnown() {
        Instant sundayEvening = Instant.parse("2026-03-29T22:15:00Z");

        assertThat(Calendar.hourOfWeek(sundayEvening, sundayEvening)).hasValue(6 * 24 + 23);
        assertThat(Calendar.hourOfWeek(sundayEvening, sundayEvening.plusSeconds(3600)))
                .hasValue(6 * 24 + 23);
        assertThat(Calendar.hourOfWeek(sundayEvening, sundayEvening.plusSeconds(3601)))
                .isEmpty();
    }

    @Test
    void shouldGiveTheSameHourToBothPassesOfTheRepeatedHour() {
        Instant summerTime = Instant.parse("2026-10-25T00:30:00Z");
        Instant winterTime = Instant.parse("2026-10-25T01:30:00Z");

        assertThat(Calendar.hourOfWeek(summerTime, summerTime)).isEqualTo(Calendar.hourOfWeek(winterTime, winterTime));
    }
}
