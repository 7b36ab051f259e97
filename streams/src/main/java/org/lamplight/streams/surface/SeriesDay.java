package org.lamplight.streams.surface;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.lamplight.streams.deltas.Series;
import org.lamplight.streams.state.StaleStateException;

/**
 * A day of a series.
 *
 * @param series force and category
 * @param day local date
 */
public record SeriesDay(Series series, LocalDate day) {
    private static final String SEPARATOR = "/";
    private static final int PARTS = 3;

    /** How it stands in a store: force/category/day. */
    static Serde<SeriesDay> serde() {
        return Serdes.serdeFrom(
                (topic, key) -> key.text().getBytes(StandardCharsets.UTF_8),
                (topic, bytes) -> parse(new String(bytes, StandardCharsets.UTF_8)));
    }

    private String text() {
        return series.key() + SEPARATOR + day;
    }

    private static SeriesDay parse(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        if (parts.length != PARTS) {
            throw new StaleStateException();
        }
        return new SeriesDay(new Series(parts[0], parts[1]), LocalDate.parse(parts[2]));
    }
}
