package org.lamplight.ingest.folder;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;
import org.lamplight.ingest.folder.Exports.Started;
import org.lamplight.ingest.mapping.ExportMapper;
import org.lamplight.ingest.mapping.Outcome;
import org.lamplight.ingest.rows.Entry;
import org.lamplight.ingest.rows.Problem;
import org.lamplight.ingest.rows.Row;
import org.lamplight.ingest.rows.RowReader;
import org.lamplight.ingest.rules.Rule;
import org.lamplight.ingest.source.Position;
import org.lamplight.ingest.source.ReportRecords;
import org.lamplight.ingest.source.ReportRecords.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads an export's rows, from its first, and makes records of those behind a position. */
final class ExportReader implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(ExportReader.class);

    private final Export export;
    private final Position from;
    private final Opener opener;
    private final ExportMapper mapper;
    private final ReportRecords records;
    private final Map<String, String> partition;
    private RowReader rows;
    private Finding last;
    private boolean refused;
    private Fate fate;

    /** What a row came to. The last one is held back until the next is known, since it must say that it is the last. */
    private record Finding(long line, Outcome outcome) {}

    /** Opens the rows of an export. */
    @FunctionalInterface
    interface Opener {
        RowReader open() throws IOException;
    }

    ExportReader(
            Started started, Opener opener, ExportMapper mapper, ReportRecords records, Map<String, String> partition) {
        this.export = started.export();
        this.from = started.position();
        this.opener = opener;
        this.mapper = mapper;
        this.records = records;
        this.partition = partition;
    }

    Export export() {
        return export;
    }

    /** What becomes of the export; empty until it has been read to its end. */
    Optional<Fate> fate() {
        return Optional.ofNullable(fate);
    }

    /**
     * Reads on.
     *
     * @param most rows to read, at most
     * @param into where their records go
     * @return rows read
     */
    int read(int most, List<SourceRecord> into) {
        int count = 0;
        while (count < most && fate == null) {
            Optional<Entry> entry = next();
            entry.ifPresentOrElse(found -> take(found, into), () -> end(into));
            count++;
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        if (rows != null) {
            rows.close();
        }
    }

    private Optional<Entry> next() {
        if (refused) {
            return Optional.empty();
        }
        if (export.refused().isPresent()) {
            return export.refused().map(rule -> rule.problem(0));
        }
        try {
            rows = rows == null ? opener.open() : rows;
            return rows.next();
        } catch (IOException e) {
            return Optional.of(Rule.FILE_UNREADABLE.problem(0));
        }
    }

    private void take(Entry entry, List<SourceRecord> into) {
        refused = entry instanceof Problem problem && problem.wholeFile();
        Outcome outcome = entry instanceof Row row ? mapper.map(row) : new Outcome.Rejected((Problem) entry);
        boolean behind = entry.line() > from.line() || refused;
        if (behind && !(outcome instanceof Outcome.Skipped)) {
            giveLast(false, into);
            last = new Finding(entry.line(), outcome);
        }
    }

    private void end(List<SourceRecord> into) {
        fate = Fate.CHANGED;
        try {
            if (export.unchanged()) {
                giveLast(true, into);
                fate = refused ? Fate.FAILED : Fate.DONE;
            }
        } catch (NoSuchFileException e) {
            giveLast(false, into);
            into.add(record(takenAway(), last == null ? from : new Position(last.line, false)));
        } catch (IOException e) {
            LOG.warn("{} cannot be looked at again ({}).", export.path(), e.toString());
        }
    }

    /** What was read of it counts; nobody can tell whether that was all. */
    private static Finding takenAway() {
        return new Finding(0, new Outcome.Rejected(Rule.FILE_TAKEN_AWAY.problem(0)));
    }

    private void giveLast(boolean complete, List<SourceRecord> into) {
        if (last != null) {
            into.add(record(last, new Position(last.line, complete)));
        }
    }

    private SourceRecord record(Finding finding, Position position) {
        Place place = new Place(partition, position.toOffset());
        if (finding.outcome instanceof Outcome.Accepted report) {
            return records.accepted(export.origin(), finding.line, report, place);
        }
        return records.rejected(export.origin(), ((Outcome.Rejected) finding.outcome).problem(), place);
    }
}
