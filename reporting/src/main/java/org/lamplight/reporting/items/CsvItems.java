package org.lamplight.reporting.items;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lamplight.reporting.catalogue.Column;

/** Rows as RFC 4180's CSV with the names of the columns first. */
final class CsvItems {
    /** A spreadsheet takes a text that begins with one of these for a formula and runs it. */
    private static final String FORMULA = "=+-@\t\r\n";

    private CsvItems() {}

    static byte[] of(Items items) {
        StringWriter text = new StringWriter();
        List<Column> columns = items.query().shown();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(columns.stream().map(Column::name).toList());
            for (Map<String, Object> row : items.rows()) {
                csv.writeRecord(columns.stream()
                        .map(column -> shown(row.get(column.name())))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be written to.", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String shown(Object value) {
        if (value instanceof String text) {
            return harmless(text);
        }
        if (value instanceof List<?> list) {
            return harmless(list.stream().map(String::valueOf).collect(Collectors.joining(";")));
        }
        return value == null ? "" : value.toString();
    }

    private static String harmless(String text) {
        return text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
