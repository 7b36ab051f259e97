package org.lamplight.reporting.items;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lamplight.reporting.catalogue.Collection.Span;
import org.lamplight.reporting.http.Problem;

/** The parameter {@code datetime} of OGC API Features: a date or instant, or an interval with open ends. */
final class Moments {
    static final String PARAMETER = "datetime";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String OPEN = "..";

    private Moments() {}

    /**
     * The condition that a row's time and that of the parameter have a day in common. Rows without a time match, as the
     * standard has it.
     */
    static Condition of(Optional<Span> span, String text) {
        String[] ends = text.split("/", -1);
        Optional<LocalDate> begin = day(ends[0]);
        Optional<LocalDate> end = day(ends[ends.length - 1]);
        if (ends.length > 2 || (begin.isEmpty() && end.isEmpty())) {
            throw wrong();
        }
        return span.map(columns -> within(columns, begin, end)).orElse(Condition.ALWAYS);
    }

    private static Condition within(Span span, Optional<LocalDate> begin, Optional<LocalDate> end) {
        List<String> parts = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        begin.ifPresent(day -> {
            parts.add(span.to() + " >= ?");
            values.add(day);
        });
        end.ifPresent(day -> {
            parts.add(span.from() + " <= ?");
            values.add(day);
        });
        return new Condition("(" + String.join(" and ", parts) + ")", values);
    }

    /** Empty for an open end. */
    private static Optional<LocalDate> day(String text) {
        if (text.isEmpty() || text.equals(OPEN)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.contains("T") ? Filters.instant(text).atZone(LONDON).toLocalDate() : LocalDate.parse(text));
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
