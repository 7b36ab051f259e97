package org.lamplight.ingest.mapping;

import org.lamplight.ingest.rows.Row;
import org.lamplight.ingest.rules.Span;
import org.lamplight.ingest.rules.TimeBounds;
import org.lamplight.ingest.rules.TimeText;

/**
 * A column that holds a date or a time.
 *
 * @param column its name
 * @param text how it is written
 */
public record TimeColumn(String column, TimeText text) {
    /** The stretch of time it names, whose start is in bounds; null where it is blank. */
    Span span(Row row, long now) {
        String value = Texts.of(row, column);
        if (value == null) {
            return null;
        }
        Span span = text.span(value, column);
        TimeBounds.check(span.from(), now, column);
        return span;
    }

    /** The moment it names; null where it is blank. */
    Long moment(Row row, long now) {
        Span span = span(row, now);
        return span == null ? null : span.from();
    }
}
