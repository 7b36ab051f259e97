package org.lamplight.local.demo;

import java.util.Arrays;
import java.util.List;

/** A row of a CSV export. No value of the demo holds a delimiter, quotation mark or line end, so none is quoted. */
final class CsvFields implements Fields {
    private final List<String> columns;
    private final String delimiter;
    private final String[] values;

    CsvFields(List<String> columns, String delimiter) {
        this(columns, delimiter, new String[columns.size()]);
        Arrays.fill(values, "");
    }

    private CsvFields(List<String> columns, String delimiter, String[] values) {
        this.columns = columns;
        this.delimiter = delimiter;
        this.values = values;
    }

    @Override
    public String get(String name) {
        return values[columns.indexOf(name)];
    }

    @Override
    public CsvFields set(String name, String value) {
        values[columns.indexOf(name)] = value;
        return this;
    }

    @Override
    public CsvFields copy() {
        return new CsvFields(columns, delimiter, values.clone());
    }

    @Override
    public String line() {
        return String.join(delimiter, values);
    }
}
