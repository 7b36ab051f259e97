package org.lamplight.ingest.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;

/** How a date or time is written, e.g. dd/MM/yyyy HH:mm, and how much such a text says. Strict: 30 February is refused. */
public final class TimeFormat {
    /** The name of ISO 8601 in a mapping: 2026-01-05T22:13:00, with or without an offset. */
    public static final String ISO = "iso";

    private static final String LETTERS = "yuMLdHhKkamsSnAXxZOEe";
    private static final String TIME_LETTERS = "HhKkamsSnA";
    private static final ZonedDateTime SAMPLE = ZonedDateTime.of(2026, 1, 31, 21, 42, 53, 0, ZoneOffset.UTC);

    /** How much a text in a format says. */
    public enum Precision {
        /** A time without a date. */
        TIME_OF_DAY,
        /** A month. */
        MONTH,
        /** A date. */
        DAY,
        /** A date and a time. */
        MOMENT
    }

    private final DateTimeFormatter formatter;
    private final Precision precision;
    private final Optional<DigitTimes> digits;

    private TimeFormat(DateTimeFormatter formatter, Precision precision, String pattern) {
        this.formatter = formatter;
        this.precision = precision;
        this.digits = DigitTimes.of(pattern);
    }

    /**
     * Compiles a format.
     *
     * @param pattern {@link #ISO}, or letters of {@link DateTimeFormatter}, English month names
     * @throws IllegalArgumentException in a clause that says why it is none
     */
    public static TimeFormat of(String pattern) {
        if (pattern.equals(ISO)) {
            return new TimeFormat(DateTimeFormatter.ISO_DATE_TIME, Precision.MOMENT, "yyyy-MM-dd'T'HH:mm:ss");
        }
        String letters = pattern.replaceAll("'[^']*'", "");
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            if (Character.isLetter(letter) && LETTERS.indexOf(letter) < 0) {
                throw new IllegalArgumentException("has the letter " + letter + ", which no date format here uses"
                        + (letter == 'Y' ? "; a year is yyyy" : "") + (letter == 'D' ? "; a day is dd" : ""));
            }
        }
        DateTimeFormatter formatter = compile(pattern);
        boolean timed = letters.chars().anyMatch(letter -> TIME_LETTERS.indexOf(letter) >= 0);
        return new TimeFormat(formatter, precisionOf(formatter, timed), pattern);
    }

    /** How much a text in this format says. */
    public Precision precision() {
        return precision;
    }

    /**
     * Parses a text, as a LocalTime, a YearMonth, a LocalDate, or a LocalDateTime (an OffsetDateTime where the text has an
     * offset), by the precision.
     *
     * @throws DateTimeException where it is not in this format, or no such date exists
     */
    TemporalAccessor parse(String text) {
        return digits.map(times -> times.parse(text)).orElseGet(() -> parseByFormatter(text));
    }

    private TemporalAccessor parseByFormatter(String text) {
        return switch (precision) {
            case TIME_OF_DAY -> formatter.parse(text, LocalTime::from);
            case MONTH -> formatter.parse(text, YearMonth::from);
            case DAY -> formatter.parse(text, LocalDate::from);
            case MOMENT -> formatter.parse(text, TimeFormat::momentFrom);
        };
    }

    private static TemporalAccessor momentFrom(TemporalAccessor parsed) {
        return parsed.isSupported(ChronoField.OFFSET_SECONDS)
                ? OffsetDateTime.from(parsed)
                : LocalDateTime.from(parsed);
    }

    private static DateTimeFormatter compile(String pattern) {
        try {
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(yearOfEraToYear(pattern))
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is not a date format: " + e.getMessage(), e);
        }
    }

    /** What is left of a sample date after it was written and read in a format tells what the format says. */
    private static Precision precisionOf(DateTimeFormatter formatter, boolean timed) {
        TemporalAccessor sample = sampleIn(formatter);
        boolean date = sample.query(TemporalQueries.localDate()) != null;
        boolean time = sample.query(TemporalQueries.localTime()) != null;
        if (timed && !time) {
            throw new IllegalArgumentException("has minutes without an hour; months are MM, minutes mm, hours HH");
        }
        if (date) {
            return time ? Precision.MOMENT : Precision.DAY;
        }
        if (time) {
            return Precision.TIME_OF_DAY;
        }
        if (sample.isSupported(ChronoField.YEAR) && sample.isSupported(ChronoField.MONTH_OF_YEAR)) {
            return Precision.MONTH;
        }
        throw new IllegalArgumentException("names neither a month, a date nor a time");
    }

    private static TemporalAccessor sampleIn(DateTimeFormatter formatter) {
        try {
            return formatter.parse(formatter.format(SAMPLE));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "cannot be read: its parts run together or contradict each other; separate them", e);
        }
    }

    /** Strict parsing of yyyy would ask for an era. */
    private static String yearOfEraToYear(String pattern) {
        StringBuilder years = new StringBuilder(pattern);
        boolean quoted = false;
        for (int i = 0; i < years.length(); i++) {
            quoted ^= years.charAt(i) == '\'';
            if (years.charAt(i) == 'y' && !quoted) {
                years.setCharAt(i, 'u');
            }
        }
        return years.toString();
    }
}
