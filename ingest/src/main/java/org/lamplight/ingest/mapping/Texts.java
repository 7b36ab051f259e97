package org.lamplight.ingest.mapping;

import org.lamplight.ingest.rows.Row;

/** Values of a row as mappings see them: stripped, and null where blank. */
final class Texts {
    private Texts() {}

    static String of(Row row, String column) {
        return orNull(row.get(column));
    }

    static String orNull(String value) {
        if (value == null) {
            return null;
        }
        String text = value.strip();
        return text.isEmpty() ? null : text;
    }
}
