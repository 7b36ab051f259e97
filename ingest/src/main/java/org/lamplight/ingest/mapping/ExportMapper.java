package org.lamplight.ingest.mapping;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;
import org.lamplight.ingest.mapping.Outcome.Accepted;
import org.lamplight.ingest.mapping.Outcome.Rejected;
import org.lamplight.ingest.mapping.Outcome.Skipped;
import org.lamplight.ingest.rows.Row;
import org.lamplight.ingest.rules.BrokenRule;
import org.lamplight.ingest.rules.Grid;
import org.lamplight.ingest.rules.PlaceRule;
import org.lamplight.ingest.rules.Rule;
import org.lamplight.ingest.rules.Span;

/**
 * Maps the rows of one export, from its first, in order. To resume in the middle, map the rows before and drop what
 * becomes of them. Not safe for use by several threads at once.
 */
public final class ExportMapper {
    private static final Outcome SKIPPED = new Skipped();

    private final Mapping mapping;
    private final Clock clock;
    private final ReportIds ids;
    private final PlaceRule places;
    private final String placeColumns;
    private final ExportReading reading;
    private final Schema kind;
    private final Schema report;
    private final Target[] targets;

    /** A field of the kind and where it comes from. */
    private record Target(Field field, FieldReader reader, boolean required) {
        void fill(Struct value, Row row, ExportReading reading) {
            Object read = reader.read(row, reading);
            if (read != null) {
                value.put(field, read);
            } else if (required) {
                throw new BrokenRule(Rule.REQUIRED_MISSING, reader.column());
            }
        }
    }

    ExportMapper(Mapping mapping, AreaBook areas, Pseudonyms pseudonyms, Clock clock, Schema kind) {
        this.mapping = mapping;
        this.clock = clock;
        this.kind = kind;
        this.report = kind.field(Kind.REPORT).schema();
        this.ids = new ReportIds(mapping, pseudonyms);
        this.reading = new ExportReading(mapping.source(), pseudonyms, report);
        this.places = new PlaceRule(Grid.of(mapping.place().grid()), areas);
        this.placeColumns = String.join(", ", mapping.place().columns());
        this.targets = mapping.fields().stream()
                .map(field -> new Target(kind.field(field.field()), field.reader(), field.required()))
                .toArray(Target[]::new);
    }

    /** What becomes of the next row. */
    public Outcome map(Row row) {
        try {
            if (mapping.take().isPresent() && !mapping.take().get().holds(row)) {
                return SKIPPED;
            }
            return accepted(row);
        } catch (BrokenRule broken) {
            return new Rejected(broken.rule().problem(row.line(), broken.field()));
        }
    }

    private Accepted accepted(Row row) {
        String id = ids.of(row);
        boolean withdrawn =
                mapping.withdraw().isPresent() && mapping.withdraw().get().holds(row);
        Struct value = withdrawn ? withdrawal(id, row) : submission(id, row);
        return new Accepted(mapping.source() + "/" + id, id, value);
    }

    /** Needs no more than its identity. */
    private Struct withdrawal(String id, Row row) {
        Struct version =
                version(id, row, clock.millis()).put("action", "WITHDRAW").put("unknownCodes", List.of());
        return new Struct(kind).put(Kind.REPORT, version);
    }

    private Struct submission(String id, Row row) {
        long now = clock.millis();
        reading.startRow(now);
        Struct version = version(id, row, now).put("action", "SUBMIT");
        Span occurred = mapping.occurrence().span(row, now);
        version.put("occurredFrom", date(occurred.from())).put("occurredTo", date(occurred.to()));
        Long reported =
                mapping.reported().map(column -> column.moment(row, now)).orElse(null);
        version.put("reportedAt", reported == null ? null : date(reported));
        version.put("cell", Cells.name(cell(row)));
        Struct value = new Struct(kind);
        for (Target target : targets) {
            target.fill(value, row, reading);
        }
        return value.put(Kind.REPORT, version.put("unknownCodes", reading.unknownCodes()));
    }

    private Struct version(String id, Row row, long now) {
        Long revision = mapping.revision().map(column -> column.read(row, now)).orElse(null);
        Long received =
                mapping.received().map(column -> column.moment(row, now)).orElse(null);
        return new Struct(report)
                .put("source", mapping.source())
                .put("reportId", id)
                .put("revision", revision)
                .put("receivedAt", date(received == null ? now : received));
    }

    private long cell(Row row) {
        return places.cell(
                row.get(mapping.place().first()), row.get(mapping.place().second()), placeColumns);
    }

    private static Date date(long millis) {
        return Date.from(Instant.ofEpochMilli(millis));
    }
}
