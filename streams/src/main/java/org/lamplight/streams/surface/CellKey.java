package org.lamplight.streams.surface;

import org.lamplight.areas.Cells;
import org.lamplight.streams.deltas.Series;

/**
 * A cell of a series.
 *
 * @param series force and category
 * @param cell cell of any resolution
 */
record CellKey(Series series, long cell) {
    private static final String SEPARATOR = "/";

    /** The key in stores and of rows: force/category/cell. */
    String text() {
        return series.key() + SEPARATOR + Cells.name(cell);
    }

    /** Reads what {@link #text} wrote. */
    static CellKey parse(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        return new CellKey(new Series(parts[0], parts[1]), Cells.parse(parts[2]));
    }
}
