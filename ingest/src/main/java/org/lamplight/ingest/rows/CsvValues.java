package org.lamplight.ingest.rows;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits one record of comma-separated values (RFC 4180). */
final class CsvValues {
    private final CsvReaderBuilder parser;
    private final Collector collector = new Collector();

    CsvValues(char delimiter) {
        this.parser = CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowUnclosedQuote(false)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    /** The values of a record; empty where its quotation marks make no sense. */
    Optional<List<String>> of(String record) {
        try {
            return Optional.of(parser.build(collector, record).iterator().next());
        } catch (CsvParseException e) {
            return Optional.empty();
        }
    }

    private static final class Collector extends AbstractBaseCsvCallbackHandler<List<String>> {
        private List<String> values = new ArrayList<>();

        @Override
        protected void handleBegin(long startingLineNumber) {
            values = new ArrayList<>(values.size());
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            values.add(new String(buffer, offset, length));
        }

        @Override
        protected List<String> buildRecord() {
            return values;
        }
    }
}
