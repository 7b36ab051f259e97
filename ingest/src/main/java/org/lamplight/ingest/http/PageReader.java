package org.lamplight.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.connect.source.SourceRecord;
import org.lamplight.ingest.mapping.ExportMapper;
import org.lamplight.ingest.mapping.Outcome;
import org.lamplight.ingest.mapping.RowMapper;
import org.lamplight.ingest.rows.Entry;
import org.lamplight.ingest.rows.Format;
import org.lamplight.ingest.rows.Problem;
import org.lamplight.ingest.rows.Row;
import org.lamplight.ingest.rows.RowReader;
import org.lamplight.ingest.rules.Rule;
import org.lamplight.ingest.source.Origin;
import org.lamplight.ingest.source.ReportRecords;
import org.lamplight.ingest.source.ReportRecords.Place;
import org.lamplight.ingest.source.Sha256;

/** Makes records of a page's items, but for those that were taken before. */
final class PageReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RowMapper mapper;
    private final ReportRecords records;
    private final Map<String, String> partition;
    private final String items;

    PageReader(RowMapper mapper, ReportRecords records, Map<String, String> partition) {
        this.mapper = mapper;
        this.records = records;
        this.partition = partition;
        this.items = ((Format.JsonArray) mapper.mapping().format()).items();
    }

    /**
     * What came of a page.
     *
     * @param tree the page
     * @param position where it leaves us: behind its last item
     * @param records of the items that had not been taken before
     */
    record Reading(JsonNode tree, PagePosition position, List<SourceRecord> records) {
        int items() {
            return (int) position.item();
        }
    }

    /**
     * Reads a page.
     *
     * @param path its path, for messages
     * @param bytes the page
     * @param cursor its cursor
     * @param before where the page before left us, or an earlier reading of this one
     * @return empty where it is not the JSON that the mapping describes
     */
    Optional<Reading> read(String path, byte[] bytes, String cursor, PagePosition before) {
        Optional<JsonNode> tree = parse(bytes);
        if (tree.isEmpty() || !Json.at(tree.get(), items).isArray()) {
            return Optional.empty();
        }
        Prefix prefix = new Prefix(Json.at(tree.get(), items));
        boolean known = before.cursor().equals(cursor) && prefix.matches(before.item(), before.prefix());
        Origin origin = new Origin(path, Sha256.of(bytes));
        List<SourceRecord> made = new ArrayList<>();
        ExportMapper export = mapper.export();
        for (Entry entry : entries(bytes)) {
            Outcome outcome = entry instanceof Row row ? export.map(row) : new Outcome.Rejected((Problem) entry);
            if (!known || entry.line() > before.item()) {
                PagePosition position = new PagePosition(cursor, entry.line(), prefix.of(entry.line()));
                record(origin, entry.line(), outcome, position).ifPresent(made::add);
            }
        }
        PagePosition end = new PagePosition(cursor, prefix.items(), prefix.of(prefix.items()));
        return Optional.of(new Reading(tree.get(), end, made));
    }

    /** The record of a page that cannot be read; it leaves the position where it is. */
    SourceRecord refused(String path, String sha256, Rule rule, PagePosition position) {
        return records.rejected(new Origin(path, sha256), rule.problem(0), new Place(partition, position.toOffset()));
    }

    private Optional<SourceRecord> record(Origin origin, long item, Outcome outcome, PagePosition position) {
        Place place = new Place(partition, position.toOffset());
        if (outcome instanceof Outcome.Accepted report) {
            return Optional.of(records.accepted(origin, item, report, place));
        }
        return outcome instanceof Outcome.Rejected rejected
                ? Optional.of(records.rejected(origin, rejected.problem(), place))
                : Optional.empty();
    }

    private List<Entry> entries(byte[] bytes) {
        List<Entry> entries = new ArrayList<>();
        try (RowReader rows =
                RowReader.open(new ByteArrayInputStream(bytes), mapper.mapping().format(), Set.of())) {
            for (Optional<Entry> next = rows.next(); next.isPresent(); next = rows.next()) {
                entries.add(next.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static Optional<JsonNode> parse(byte[] bytes) {
        try {
            return Optional.ofNullable(JSON.readTree(bytes));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
