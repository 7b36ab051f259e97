package org.lamplight.ingest.rows;

import java.util.List;
import java.util.Set;

/** A row of a CSV file. */
final class CsvRow implements Row {
    private final long line;
    private final CsvHeader header;
    private final List<String> values;

    CsvRow(long line, CsvHeader header, List<String> values) {
        this.line = line;
        this.header = header;
        this.values = values;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public String get(String column) {
        int place = header.place(column);
        return place < 0 ? null : values.get(place);
    }

    @Override
    public List<String> all(String column) {
        String value = get(column);
        return value == null ? List.of() : List.of(value);
    }

    @Override
    public Set<String> columns() {
        return header.names();
    }
}
