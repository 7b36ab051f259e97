package org.lamplight.streams.surface;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.lamplight.streams.deltas.Series;
import org.lamplight.streams.state.StaleStateException;

/**
 * A year of a cell of a series.
 *
 * @param series force and category
 * @param cell cell of resolution 10
 * @param year calendar year
 */
public record CellYear(Series series, long cell, int year) {
    private static final String SEPARATOR = "/";
    private static final int PARTS = 4;

    /** How it stands in a store: force/category/cell/year. */
    static Serde<CellYear> serde() {
        return Serdes.serdeFrom(
                (topic, key) -> key.text().getBytes(StandardCharsets.UTF_8),
                (topic, bytes) -> parse(new String(bytes, StandardCharsets.UTF_8)));
    }

    private String text() {
        return new CellKey(series, cell).text() + SEPARATOR + year;
    }

    private static CellYear parse(String text) {
        if (text.split(SEPARATOR, -1).length != PARTS) {
            throw new StaleStateException();
        }
        int end = text.lastIndexOf(SEPARATOR);
        CellKey key = CellKey.parse(text.substring(0, end));
        return new CellYear(key.series(), key.cell(), Integer.parseInt(text.substring(end + 1)));
    }

    // Records' own methods take several times as long, and these are called for every count that a report changes.
    @Override
    public boolean equals(Object other) {
        return other instanceof CellYear key && cell == key.cell && year == key.year && series.equals(key.series);
    }

    @Override
    public int hashCode() {
        return (Long.hashCode(cell) * 31 + year) * 31 + series.hashCode();
    }
}
