package org.lamplight.reporting.items;

import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.lamplight.reporting.catalogue.Column;
import org.lamplight.reporting.http.Problem;

/** Conditions on columns, as people write them in parameters. */
final class Filters {
    private static final int MOST_VALUES = 100;
    private static final String TO = "..";

    private Filters() {}

    /**
     * The condition that a column has the value, is one of several values, or lies in a range.
     *
     * @param text values with commas between them; or for what is ordered {@code a..b}, where an end may be left out
     */
    static Condition of(Column column, String text) {
        return switch (column.type()) {
            case TEXT -> Condition.among(column.name(), values(column.name(), text));
            case TEXTS -> overlap(column.name(), values(column.name(), text));
            case BOOLEAN -> new Condition(column.name() + " = ?", List.of(flag(column.name(), text)));
            default -> text.contains(TO) ? range(column, text) : anyOf(column, text);
        };
    }

    /** The condition that an area has one of these codes or names. */
    static Condition codeOrName(String parameter, String code, String name, String text) {
        List<String> values = values(parameter, text);
        List<String> lower =
                values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
        return Condition.among(code, values).or(Condition.among("lower(" + name + ")", lower));
    }

    private static Condition overlap(String column, List<String> values) {
        String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
        return new Condition(column + " && array[" + marks + "]::text[]", List.copyOf(values));
    }

    private static Condition anyOf(Column column, String text) {
        return Condition.among(
                column.name(),
                values(column.name(), text).stream()
                        .map(value -> value(column, value))
                        .toList());
    }

    private static Condition range(Column column, String text) {
        int middle = text.indexOf(TO);
        String low = text.substring(0, middle);
        String high = text.substring(middle + TO.length());
        List<String> parts = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (!low.isEmpty()) {
            parts.add(column.name() + " >= ?");
            values.add(value(column, low));
        }
        if (!high.isEmpty()) {
            parts.add(column.name() + " <= ?");
            values.add(value(column, high));
        }
        if (parts.isEmpty()) {
            throw Problem.parameter(column.name(), "Give at least one end of the range, such as 1..5, 1.. or ..5.");
        }
        return new Condition("(" + String.join(" and ", parts) + ")", values);
    }

    private static Object value(Column column, String text) {
        try {
            return switch (column.type()) {
                case INTEGER -> Long.valueOf(text);
                case NUMBER -> number(text);
                case DATE -> LocalDate.parse(text);
                default -> Timestamp.from(instant(text));
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw Problem.parameter(
                    column.name(),
                    switch (column.type()) {
                        case INTEGER -> "It must be a whole number, or a range of them such as 1..5.";
                        case NUMBER -> "It must be a number, or a range of them such as 0..0.05.";
                        case DATE ->
                            "It must be a date such as 2026-01-31, or a range of them such as 2026-01-01..2026-01-31.";
                        default ->
                            "It must be an instant such as 2026-01-31T12:00:00Z, or a range of them with .. between.";
                    });
        }
    }

    private static Double number(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new NumberFormatException("not finite");
        }
        return number;
    }

    /** Of an RFC 3339 date-time; a plus sign that was not escaped has become a space. */
    static Instant instant(String text) {
        return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    }

    private static Boolean flag(String parameter, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.parameter(parameter, "It must be true or false.", List.of("true", "false"));
        };
    }

    private static List<String> values(String parameter, String text) {
        List<String> values = Stream.of(text.split(",", -1)).map(String::strip).toList();
        if (values.contains("")) {
            throw Problem.parameter(parameter, "A value is empty. Leave the parameter out to get all.");
        }
        if (values.size() > MOST_VALUES) {
            throw Problem.parameter(parameter, "Give at most " + MOST_VALUES + " values.");
        }
        return values;
    }
}
