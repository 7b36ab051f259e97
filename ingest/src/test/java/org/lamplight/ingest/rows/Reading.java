package org.lamplight.ingest.rows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** Reads an export to its end and says what was found, one line an entry: {@code 2: a | b} or {@code 3! row.rule}. */
final class Reading {
    static final Format CSV = new Format.Csv(Optional.empty(), ',');
    static final Format JSON_LINES = new Format.JsonLines(Optional.empty());
    static final Limits SMALL = new Limits(100, 10_000, 10, 1_000);

    private Reading() {}

    static List<String> csv(String text, String... columns) {
        return read(bytes(text), CSV, columns);
    }

    static List<String> csv(byte[] bytes, String... columns) {
        return read(bytes, CSV, columns);
    }

    static List<String> read(byte[] bytes, Format format, String... columns) {
        return read(bytes, format, Limits.DEFAULT, columns);
    }

    static List<String> read(byte[] bytes, Format format, Limits limits, String... columns) {
        List<String> found = new ArrayList<>();
        for (Entry entry : entries(new ByteArrayInputStream(bytes), format, limits, Set.of(columns))) {
            found.add(describe(entry, columns));
        }
        return found;
    }

    static List<Entry> entries(InputStream bytes, Format format, Limits limits, Set<String> required) {
        List<Entry> entries = new ArrayList<>();
        try (RowReader reader = RowReader.open(bytes, format, required, limits)) {
            for (Optional<Entry> next = reader.next(); next.isPresent(); next = reader.next()) {
                entries.add(next.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static String describe(Entry entry, String... columns) {
        if (entry instanceof Problem problem) {
            return problem.line() + "! " + problem.rule();
        }
        Row row = (Row) entry;
        List<String> values = new ArrayList<>();
        for (String column : columns) {
            values.add(row.get(column));
        }
        return row.line() + ": " + String.join(" | ", values);
    }
}
