package org.lamplight.ingest.rows;

import java.util.List;
import java.util.Set;

/** One row of an export, whatever its format: where it stands, and its values by column. */
public non-sealed interface Row extends Entry {
    /** Line on which the row starts, from 1; in a JSON array or a page, the position of the item, from 1. */
    @Override
    long line();

    /**
     * The value of a column.
     *
     * @param column a header of a CSV file, or a path into a JSON object with parts joined by dots
     * @return the text, untrimmed; null where the row has no such column or the JSON value is null. Of a JSON array, the first element.
     */
    String get(String column);

    /** All values of a column: the elements of a JSON array; otherwise the single value, or none where it is absent. */
    List<String> all(String column);

    /** The columns it has: those of a CSV file's header; the paths to the values of a JSON object that are not null. */
    Set<String> columns();
}
