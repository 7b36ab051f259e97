package org.lamplight.ingest.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitTimesTest {
    private static final String CHARACTERS = "0123456789/-: T+";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dd/MM/yyyy HH:mm",
                "dd/MM/yyyy HH:mm:ss",
                "yyyy-MM-dd'T'HH:mm",
                "yyyyMMddHHmmss",
                "HH.mm, dd.MM.yyyy",
                "MM-dd-yyyy",
                "dd/MM/yyyy"
            })
    void shouldReadWhatAFormatterReadsAndRefuseWhatItRefuses(String format) {
        DigitTimes times = DigitTimes.of(format).orElseThrow();
        DateTimeFormatter formatter =
                DateTimeFormatter.ofPattern(format.replace('y', 'u')).withResolverStyle(ResolverStyle.STRICT);
        Random random = new Random(7);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(formatter.format(someTime(random)));
            for (int changes = random.nextInt(3); changes > 0; changes--) {
                text.setCharAt(random.nextInt(text.length()), CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            TemporalAccessor expected = byFormatter(formatter, text.toString(), format);

            assertThat(byDigits(times, text.toString())).isEqualTo(expected);

            read += expected == null ? 0 : 1;
        }
        assertThat(read).isBetween(5_000, 19_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dd/MM/yy HH:mm",
                "d/M/yyyy",
                "dd MMM yyyy",
                "hh:mm dd/MM/yyyy a",
                "yyyy-MM",
                "HH:mm",
                "dd/MM/yyyy HH",
                "dd/MM/yyyy[ HH:mm]",
                "dd/MM/yyyy 'at' HH:mm",
                "dd/MM/yyyy HH:mm:ss.SSS",
                "dM/Md/yyyy"
            })
    void shouldLeaveOtherFormatsToTheFormatter(String format) {
        assertThat(DigitTimes.of(format)).isEmpty();
    }

    private static LocalDateTime someTime(Random random) {
        return LocalDate.ofEpochDay(random.nextInt(40_000)).atStartOfDay().plusSeconds(random.nextInt(86_400));
    }

    private static TemporalAccessor byDigits(DigitTimes times, String text) {
        try {
            return times.parse(text);
        } catch (DateTimeException e) {
            return null; // no such date
        }
    }

    private static TemporalAccessor byFormatter(DateTimeFormatter formatter, String text, String format) {
        try {
            return format.contains("H")
                    ? formatter.parse(text, LocalDateTime::from)
                    : formatter.parse(text, LocalDate::from);
        } catch (DateTimeException e) {
            return null; // not so written, or no such date
        }
    }
}
