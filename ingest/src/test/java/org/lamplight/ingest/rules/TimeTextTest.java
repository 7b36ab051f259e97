package org.lamplight.ingest.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest
    @CsvSource({
        "dd/MM/yyyy HH:mm, 05/01/2026 22:13, 2026-01-05T22:13:00Z, 2026-01-05T22:13:00Z",
        "dd/MM/yyyy HH:mm, 05/07/2026 22:13, 2026-07-05T21:13:00Z, 2026-07-05T21:13:00Z",
        "d MMM yyyy h:mm a, 5 Sep 2025 9:05 pm, 2025-09-05T20:05:00Z, 2025-09-05T20:05:00Z",
        "d MMM yyyy h:mm a, 5 SEP 2025 9:05 PM, 2025-09-05T20:05:00Z, 2025-09-05T20:05:00Z",
        "dd/MM/yy HH:mm, 05/01/26 22:13, 2026-01-05T22:13:00Z, 2026-01-05T22:13:00Z",
        "yyyyMMddHHmmssSSS, 20260105221300250, 2026-01-05T22:13:00.250Z, 2026-01-05T22:13:00.250Z",
        "iso, 2026-01-05T22:13:00+02:00, 2026-01-05T20:13:00Z, 2026-01-05T20:13:00Z",
        "iso, 2026-07-05T22:13:00Z, 2026-07-05T22:13:00Z, 2026-07-05T22:13:00Z",
        "iso, 2026-07-05T22:13, 2026-07-05T21:13:00Z, 2026-07-05T21:13:00Z",
        "dd/MM/yyyy, 05/01/2026, 2026-01-05T00:00:00Z, 2026-01-06T00:00:00Z",
        "dd/MM/yyyy, 29/02/2024, 2024-02-29T00:00:00Z, 2024-03-01T00:00:00Z",
        "yyyy-MM, 2026-01, 2026-01-01T00:00:00Z, 2026-02-01T00:00:00Z",
    })
    void shouldReadTheStretchOfTimeThatATextNames(String format, String text, Instant from, Instant to) {
        TimeText times = times(format);

        Span span = times.span(text, "When");

        assertThat(span).isEqualTo(new Span(from.toEpochMilli(), to.toEpochMilli()));
    }

    @ParameterizedTest
    @CsvSource({
        "dd/MM/yyyy, 29/03/2026, 2026-03-29T00:00:00Z, 2026-03-29T23:00:00Z",
        "dd/MM/yyyy, 25/10/2026, 2026-10-24T23:00:00Z, 2026-10-26T00:00:00Z",
        "yyyy-MM, 2026-03, 2026-03-01T00:00:00Z, 2026-03-31T23:00:00Z",
        "yyyy-MM, 2026-10, 2026-09-30T23:00:00Z, 2026-11-01T00:00:00Z",
    })
    void shouldKnowThatDaysAndMonthsOfClockChangesAreShorterOrLonger(
            String format, String text, Instant from, Instant to) {
        Span span = times(format).span(text, "When");

        assertThat(span).isEqualTo(new Span(from.toEpochMilli(), to.toEpochMilli()));
    }

    @ParameterizedTest
    @CsvSource({
        "29/03/2026 00:59, 2026-03-29T00:59:00Z",
        "29/03/2026 02:00, 2026-03-29T01:00:00Z",
        "25/10/2026 00:59, 2026-10-24T23:59:00Z",
        "25/10/2026 01:00, 2026-10-25T00:00:00Z",
        "25/10/2026 01:59, 2026-10-25T00:59:00Z",
        "25/10/2026 02:00, 2026-10-25T02:00:00Z",
    })
    void shouldTakeALocalTimeThatComesTwiceAsTheEarlier(String text, Instant moment) {
        Span span = times("dd/MM/yyyy HH:mm").span(text, "When");

        assertThat(span).isEqualTo(Span.at(moment.toEpochMilli()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"29/03/2026 01:00", "29/03/2026 01:30", "29/03/2026 01:59"})
    void shouldRefuseALocalTimeThatNeverCame(String text) {
        TimeText times = times("dd/MM/yyyy HH:mm");

        assertThatThrownBy(() -> times.span(text, "When"))
                .isInstanceOfSatisfying(
                        BrokenRule.class, broken -> assertThat(broken.rule()).isEqualTo(Rule.TIME_MISSING_LOCAL));
    }

    @ParameterizedTest
    @CsvSource({
        "dd/MM/yyyy, 30/02/2026",
        "dd/MM/yyyy, 29/02/2026",
        "dd/MM/yyyy, 31/04/2026",
        "dd/MM/yyyy, 5/1/2026",
        "dd/MM/yyyy, 01/13/2026",
        "dd/MM/yyyy, 05/01/26",
        "dd/MM/yyyy, 05/01/2026 10:00",
        "dd/MM/yyyy HH:mm, 05/01/2026",
        "dd/MM/yyyy HH:mm, 05/01/2026 24:00",
        "dd/MM/yyyy HH:mm, 05/01/2026 10:60",
        "yyyy-MM, 2026-13",
        "iso, 2026-01-05 10:00",
        "iso, yesterday",
    })
    void shouldRefuseWhatIsNoTimeInTheFormat(String format, String text) {
        TimeText times = times(format);

        assertThatThrownBy(() -> times.span(text, "When"))
                .isInstanceOfSatisfying(
                        BrokenRule.class, broken -> assertThat(broken.rule()).isEqualTo(Rule.TIME_INVALID))
                .hasMessageNotContaining(text);
    }

    @Test
    void shouldTryFormatsInTheirOrder() {
        TimeText times = times("dd/MM/yyyy HH:mm", "dd/MM/yyyy");

        Span day = times.span("05/01/2026", "When");
        Span moment = times.span("05/01/2026 10:00", "When");

        assertThat(day.to() - day.from()).isEqualTo(24 * 3_600_000);
        assertThat(moment)
                .isEqualTo(Span.at(Instant.parse("2026-01-05T10:00:00Z").toEpochMilli()));
        assertThat(times("dd/MM/yyyy", "yyyy-MM-dd").date("2026-01-05", "When")).isEqualTo(LocalDate.of(2026, 1, 5));
    }

    @ParameterizedTest
    @CsvSource({
        "YYYY-MM-dd, a year is yyyy",
        "yyyy-MM-DD, a day is dd",
        "dd/mm/yyyy, months are MM",
        "dd/MM/yyyy hh:mm, without an hour",
        "nonsense, which no date format here uses",
        "dd, neither a month",
        "dd/MM/yyyy }, is not a date format",
        "dd/Myyyyy, cannot be read",
    })
    void shouldSayWhyAFormatIsNone(String format, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeFormat.of(format))
                .withMessageContaining(why);
    }

    private static TimeText times(String... formats) {
        List<TimeFormat> compiled = Arrays.stream(formats).map(TimeFormat::of).toList();
        return new TimeText(compiled, LONDON);
    }
}
