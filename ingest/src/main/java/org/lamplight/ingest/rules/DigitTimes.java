package org.lamplight.ingest.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Dates and times of digits in fixed places, e.g. dd/MM/yyyy HH:mm, as nearly all exports write them: read as a
 * {@link java.time.format.DateTimeFormatter} reads them, in a fraction of its time.
 */
final class DigitTimes {
    /** The letters of the parts, in the order in which they make a time. */
    private static final String PARTS = "yMdHms";
    /** What there may be, by its letters in the order of the alphabet. */
    private static final Set<String> COMPLETE = Set.of("MMddyyyy", "HHMMddmmyyyy", "HHMMddmmssyyyy");

    private static final Pattern FIXED = Pattern.compile("(?:yyyy|MM|dd|HH|mm|ss|[^A-SU-Za-z'\\[\\]{}#])+");

    private final String pattern;
    /** Of each place in a text the part that it belongs to; negative where the pattern's own character must be. */
    private final int[] parts;

    private final boolean timed;

    private DigitTimes(String pattern) {
        this.pattern = pattern;
        this.parts = pattern.chars().map(PARTS::indexOf).toArray();
        this.timed = pattern.indexOf('H') >= 0;
    }

    /** Those of a format; empty where that is not a date, or a date and a time, of digits in fixed places. */
    static Optional<DigitTimes> of(String format) {
        String pattern = format.replace("'T'", "T");
        String letters = pattern.chars()
                .filter(character -> PARTS.indexOf(character) >= 0)
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return COMPLETE.contains(letters) && FIXED.matcher(pattern).matches()
                ? Optional.of(new DigitTimes(pattern))
                : Optional.empty();
    }

    /**
     * The date, or the date and time, that a text names; null where it is written in another way.
     *
     * @throws DateTimeException where no such date exists
     */
    TemporalAccessor parse(String text) {
        if (text.length() != parts.length) {
            return null;
        }
        int[] values = new int[PARTS.length()];
        for (int i = 0; i < parts.length; i++) {
            char character = text.charAt(i);
            int part = parts[i];
            if (part < 0 ? character != pattern.charAt(i) : character < '0' || character > '9') {
                return null;
            } else if (part >= 0) {
                values[part] = 10 * values[part] + character - '0';
            }
        }
        LocalDate date = LocalDate.of(values[0], values[1], values[2]);
        return timed ? LocalDateTime.of(date, LocalTime.of(values[3], values[4], values[5])) : date;
    }
}
