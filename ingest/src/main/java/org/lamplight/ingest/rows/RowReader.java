package org.lamplight.ingest.rows;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an export row by row in bounded memory. What is wrong with a row costs that row alone: the next one is still
 * read. What is wrong with the file as a whole (line 0) is the last thing read of it.
 */
public interface RowReader extends Closeable {
    /**
     * The next row, or why there is none.
     *
     * @return empty after the last row
     * @throws IOException if the bytes cannot be had: the world's fault, not the export's
     */
    Optional<Entry> next() throws IOException;

    /**
     * Opens an export within the default limits.
     *
     * @param raw its bytes, packed with gzip or not; closed with the reader
     * @param format how they are cut into rows
     * @param required columns that a CSV header must name; others are not missed until a row is asked for them
     */
    static RowReader open(InputStream raw, Format format, Set<String> required) {
        return open(raw, format, required, Limits.DEFAULT);
    }

    /**
     * Opens an export.
     *
     * @param raw its bytes, packed with gzip or not; closed with the reader
     * @param format how they are cut into rows
     * @param required columns that a CSV header must name; others are not missed until a row is asked for them
     * @param limits how much to take
     */
    static RowReader open(InputStream raw, Format format, Set<String> required, Limits limits) {
        Decoded text = new Decoded(new Unpacked(raw, limits), format.charset());
        return new RefusingRowReader(rows(text, format, required, limits.rowChars()));
    }

    private static RowReader rows(Decoded text, Format format, Set<String> required, int longest) {
        if (format instanceof Format.Csv csv) {
            CsvRecords records = new CsvRecords(new Lines(text, longest), csv.delimiter(), longest);
            return new CsvRowReader(records, csv.delimiter(), required);
        }
        if (format instanceof Format.JsonArray array) {
            return new JsonArrayRowReader(text, array.items(), longest);
        }
        return new JsonLinesRowReader(new Lines(text, longest));
    }
}
