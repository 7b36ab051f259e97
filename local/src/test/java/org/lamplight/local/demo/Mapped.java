package org.lamplight.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Struct;
import org.lamplight.areas.AreaBook;
import org.lamplight.ingest.mapping.ExportMapper;
import org.lamplight.ingest.mapping.Mapping;
import org.lamplight.ingest.mapping.Outcome;
import org.lamplight.ingest.mapping.Outcome.Accepted;
import org.lamplight.ingest.mapping.Outcome.Rejected;
import org.lamplight.ingest.mapping.RowMapper;
import org.lamplight.ingest.rows.Entry;
import org.lamplight.ingest.rows.Problem;
import org.lamplight.ingest.rows.Row;
import org.lamplight.ingest.rows.RowReader;

/** What ingest makes of a folder of exports under the shipped mapping of their source. */
record Mapped(List<Struct> accepted, List<Problem> rejected) {
    static final String KEY = "a key for tests alone";

    static Mapped of(String source, Path inbox, AreaBook book, Clock clock) {
        RowMapper mapper = new RowMapper(Mapping.read(source), book, KEY.getBytes(StandardCharsets.UTF_8), clock);
        Mapped mapped = new Mapped(new ArrayList<>(), new ArrayList<>());
        Exports.files(inbox.resolve(source)).forEach(file -> mapped.read(file, mapper));
        return mapped;
    }

    /** The part of each accepted report that every kind has. */
    Stream<Struct> reports() {
        return accepted.stream().map(report -> report.getStruct("report"));
    }

    private void read(Path file, RowMapper mapper) {
        ExportMapper rows = mapper.export();
        try (RowReader reader =
                RowReader.open(Files.newInputStream(file), mapper.mapping().format(), Set.of())) {
            for (Optional<Entry> next = reader.next(); next.isPresent(); next = reader.next()) {
                add(next.get() instanceof Row row ? rows.map(row) : new Rejected((Problem) next.get()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Outcome outcome) {
        if (outcome instanceof Accepted report) {
            accepted.add(report.value());
        } else if (outcome instanceof Rejected row) {
            rejected.add(row.problem());
        }
    }
}
