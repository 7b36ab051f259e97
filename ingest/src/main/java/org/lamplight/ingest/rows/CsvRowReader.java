package org.lamplight.ingest.rows;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.lamplight.ingest.rows.CsvRecords.Csv;
import org.lamplight.ingest.rules.Rule;

/** Reads comma-separated values under a header. */
final class CsvRowReader implements RowReader {
    private final CsvRecords records;
    private final char delimiter;
    private final Set<String> required;
    private CsvHeader header;

    CsvRowReader(CsvRecords records, char delimiter, Set<String> required) {
        this.records = records;
        this.delimiter = delimiter;
        this.required = required;
    }

    @Override
    public Optional<Entry> next() throws IOException {
        if (header == null) {
            Optional<Problem> problem = readHeader();
            if (problem.isPresent()) {
                return problem.map(Entry.class::cast);
            }
        }
        return Optional.ofNullable(records.next(header.columns())).map(this::entry);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private Optional<Problem> readHeader() throws IOException {
        Csv first = records.next(CsvRecords.ANY);
        if (first == null) {
            return Optional.of(Rule.FILE_EMPTY.problem(0));
        }
        header = new CsvHeader(first.values());
        return header.problem(required, delimiter, first.text());
    }

    private Entry entry(Csv record) {
        return record.flaw() == null
                ? new CsvRow(record.line(), header, record.values())
                : record.flaw().problem(record.line());
    }
}
