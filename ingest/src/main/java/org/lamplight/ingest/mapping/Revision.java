package org.lamplight.ingest.mapping;

import java.util.Optional;
import org.lamplight.ingest.rows.Row;
import org.lamplight.ingest.rules.TimeText;
import org.lamplight.ingest.rules.WholeNumber;

/**
 * Where a row says which version of its report it is.
 *
 * @param column its name
 * @param time how it is written where it is a time; empty where it is a number
 */
public record Revision(String column, Optional<TimeText> time) {
    /** The version, highest wins; null where it is blank. A time in the future is refused: it would win for ever. */
    Long read(Row row, long now) {
        if (time.isPresent()) {
            return new TimeColumn(column, time.get()).moment(row, now);
        }
        String text = Texts.of(row, column);
        return text == null ? null : Long.valueOf(WholeNumber.parse(text, column));
    }
}
