package org.lamplight.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema.Field;
import org.lamplight.schemas.ReleasedTrend;

/**
 * What one recipient gets of one release, as text: the fields of {@link ReleasedTrend} by their names and with the values
 * that they have on the topic. Dates are {@code 2026-11-22}.
 *
 * @param release id of the release
 * @param published when it was published
 * @param recipient code of the council or the force
 * @param page which part of it this is, from 1
 * @param pages how many parts there are
 * @param rows the rows of this part
 */
public record ReleaseDocument(
        String release, Instant published, String recipient, int page, int pages, List<ReleasedTrend> rows) {
    /** What every document says it is. */
    public static final String TYPE = "release.published";

    private static final List<Field> FIELDS = ReleasedTrend.getClassSchema().getFields();
    /** By what a spreadsheet takes a text for a formula. */
    private static final String FORMULA = "=+-@\t\r\n";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Copies the rows. */
    public ReleaseDocument {
        rows = List.copyOf(rows);
    }

    /** All of a release in one part. */
    public static ReleaseDocument whole(String release, Instant published, String recipient, List<ReleasedTrend> rows) {
        return new ReleaseDocument(release, published, recipient, 1, 1, rows);
    }

    /**
     * One of the parts into which this is cut.
     *
     * @param number which, from 1
     * @param size rows in each but the last
     */
    public ReleaseDocument page(int number, int size) {
        int count = Math.max(1, (rows.size() + size - 1) / size);
        int from = (number - 1) * size;
        return new ReleaseDocument(
                release, published, recipient, number, count, rows.subList(from, Math.min(rows.size(), from + size)));
    }

    /** Whether no part follows. */
    public boolean isLast() {
        return page == pages;
    }

    /** UTF-8 bytes of JSON; always the same for the same rows. */
    public byte[] json() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("release", release);
        data.put("recipient", recipient);
        data.put("page", page);
        data.put("pages", pages);
        data.put("rows", rows.stream().map(ReleaseDocument::values).toList());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", TYPE);
        document.put("timestamp", published.toString());
        document.put("data", data);
        try {
            return JSON.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts, numbers and dates can be written as JSON.", e);
        }
    }

    /**
     * UTF-8 bytes of the rows as CSV (RFC 4180) under a header. A text by which a spreadsheet would begin a formula has an
     * apostrophe before it; a value that is null is empty.
     */
    public byte[] csv() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(FIELDS.stream().map(Field::name).toList());
            rows.forEach(row -> csv.writeRecord(
                    values(row).values().stream().map(ReleaseDocument::cell).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> values(ReleasedTrend row) {
        Map<String, Object> values = new LinkedHashMap<>();
        FIELDS.forEach(field -> values.put(field.name(), plain(row.get(field.pos()))));
        return values;
    }

    private static Object plain(Object value) {
        return value instanceof LocalDate || value instanceof Enum<?> ? value.toString() : value;
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        String cell = value.toString();
        boolean formula = value instanceof String && !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
        return formula ? "'" + cell : cell;
    }
}
