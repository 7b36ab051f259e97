package org.lamplight.streams.evaluation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * Whole months in a row.
 *
 * @param first the first month
 * @param last the last month, inclusive
 */
public record Months(YearMonth first, YearMonth last) {
    private static final String TO = "..";

    public Months {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("the last month must not come before the first");
        }
    }

    /** Reads, for example, {@code 2023-04..2024-03}. */
    public static Months parse(String text) {
        int to = text.indexOf(TO);
        if (to < 0) {
            throw malformed(null);
        }
        try {
            return new Months(
                    YearMonth.parse(text.substring(0, to).strip()),
                    YearMonth.parse(text.substring(to + TO.length()).strip()));
        } catch (DateTimeParseException e) {
            throw malformed(e);
        }
    }

    private static IllegalArgumentException malformed(DateTimeParseException cause) {
        return new IllegalArgumentException("it must be whole months such as 2023-04..2024-03", cause);
    }

    /** How many. */
    public int count() {
        return position(last) + 1;
    }

    /** Their first local date. */
    public LocalDate firstDay() {
        return first.atDay(1);
    }

    /** Their last local date, inclusive. */
    public LocalDate lastDay() {
        return last.atEndOfMonth();
    }

    boolean holds(YearMonth month) {
        return !month.isBefore(first) && !month.isAfter(last);
    }

    /** How many months after the first one a month comes. */
    int position(YearMonth month) {
        return Math.toIntExact(ChronoUnit.MONTHS.between(first, month));
    }

    @Override
    public String toString() {
        return first + TO + last;
    }
}
