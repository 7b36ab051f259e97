package org.lamplight.reporting.items;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.lamplight.reporting.catalogue.Collection.Span;
import org.lamplight.reporting.http.Problem;

/** The parameter {@code datetime} of OGC API Features: a date or instant, or an interval with open ends. */
final class Moments {
    static final String PARAMETER = "datetime";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String OPEN = "..";

    private Moments() {}

    /** The condition that a row's time and that of the parameter have a day in common. */
    static Condition of(Span span, String text) {
        String[] ends = text.split("/", -1);
        if (ends.length > 2) {
            throw wrong();
        }
        String begin = ends[0];
        String end = ends[ends.length - 1];
        List<String> parts = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (!isOpen(begin)) {
            parts.add(span.to() + " >= ?");
            values.add(day(begin));
        }
        if (!isOpen(end)) {
            parts.add(span.from() + " <= ?");
            values.add(day(end));
        }
        if (parts.isEmpty()) {
            throw wrong();
        }
        return new Condition("(" + String.join(" and ", parts) + ")", values);
    }

    private static boolean isOpen(String end) {
        return end.isEmpty() || end.equals(OPEN);
    }

    private static LocalDate day(String text) {
        try {
            return text.contains("T") ? Filters.instant(text).atZone(LONDON).toLocalDate() : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong();
        }
    }

    private static Problem wrong() {
        return Problem.parameter(
                PARAMETER,
                "It must be a date such as 2026-01-31, an instant such as 2026-01-31T12:00:00Z, or an interval such as"
                        + " 2026-01-01/2026-01-31 or 2026-01-01/..");
    }
}
