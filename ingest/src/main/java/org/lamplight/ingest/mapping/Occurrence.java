package org.lamplight.ingest.mapping;

import java.time.LocalDate;
import java.util.List;
import org.lamplight.ingest.rows.Row;
import org.lamplight.ingest.rules.BrokenRule;
import org.lamplight.ingest.rules.Rule;
import org.lamplight.ingest.rules.Span;
import org.lamplight.ingest.rules.TimeBounds;

/** Where a row says when it happened. */
public sealed interface Occurrence {
    /** The columns that say so. */
    List<String> columns();

    /**
     * When it happened.
     *
     * @param now the present, milliseconds since 1970-01-01 UTC
     */
    Span span(Row row, long now);

    /**
     * One column: a moment, a day or a month.
     *
     * @param at the column
     */
    record At(TimeColumn at) implements Occurrence {
        @Override
        public List<String> columns() {
            return List.of(at.column());
        }

        @Override
        public Span span(Row row, long now) {
            return present(at.span(row, now), at.column());
        }
    }

    /**
     * A column for the start and one for the end; without an end, the start alone.
     *
     * @param from the start
     * @param to the end
     */
    record Between(TimeColumn from, TimeColumn to) implements Occurrence {
        @Override
        public List<String> columns() {
            return List.of(from.column(), to.column());
        }

        @Override
        public Span span(Row row, long now) {
            Span start = present(from.span(row, now), from.column());
            Span end = to.span(row, now);
            return end == null ? start : TimeBounds.between(start, end, to.column());
        }
    }

    /**
     * A column for the date and one for the time; without a time, the whole day.
     *
     * @param date the date
     * @param time the time of day
     */
    record DateAndTime(TimeColumn date, TimeColumn time) implements Occurrence {
        @Override
        public List<String> columns() {
            return List.of(date.column(), time.column());
        }

        @Override
        public Span span(Row row, long now) {
            LocalDate day = date.text().date(present(Texts.of(row, date.column()), date.column()), date.column());
            String clock = Texts.of(row, time.column());
            Span span = clock == null ? date.text().day(day) : Span.at(moment(day, clock));
            TimeBounds.check(span.from(), now, date.column());
            return span;
        }

        private long moment(LocalDate day, String clock) {
            return date.text().moment(day.atTime(time.text().timeOfDay(clock, time.column())), time.column());
        }
    }

    private static <T> T present(T value, String column) {
        if (value == null) {
            throw new BrokenRule(Rule.TIME_MISSING, column);
        }
        return value;
    }
}
