package org.lamplight.ingest.mapping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lamplight.areas.AreaBook;
import org.lamplight.ingest.rows.Entry;
import org.lamplight.ingest.rows.Row;
import org.lamplight.ingest.rows.RowReader;

/** What the tests of mappings share: the shipped areas, a key that is no secret, and a clock that stands still. */
final class Fixture {
    static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final AreaBook AREAS = AreaBook.northamptonshire();
    private static final byte[] KEY = "a key for tests, no secret".getBytes(StandardCharsets.UTF_8);

    private Fixture() {}

    static RowMapper mapper(Mapping mapping) {
        return new RowMapper(mapping, AREAS, KEY, CLOCK);
    }

    /** What becomes of the rows of one export. */
    static List<Outcome> map(Mapping mapping, String export) {
        ExportMapper mapper = mapper(mapping).export();
        return rows(mapping, export).stream().map(mapper::map).toList();
    }

    /** The rows of an export, all of which can be read. */
    static List<Row> rows(Mapping mapping, String export) {
        return entries(mapping, export).stream().map(Row.class::cast).toList();
    }

    /** The entries of an export in the mapping's character set. */
    static List<Entry> entries(Mapping mapping, String export) {
        Charset charset = mapping.format().charset().orElse(StandardCharsets.UTF_8);
        List<Entry> entries = new ArrayList<>();
        try (RowReader reader = RowReader.open(
                new ByteArrayInputStream(export.getBytes(charset)), mapping.format(), mapping.requiredColumns())) {
            for (Optional<Entry> next = reader.next(); next.isPresent(); next = reader.next()) {
                entries.add(next.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }
}
