package org.lamplight.ingest.mapping;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.apache.kafka.connect.data.Struct;
import org.lamplight.ingest.mapping.CheckReport.Refusal;
import org.lamplight.ingest.mapping.Outcome.Accepted;
import org.lamplight.ingest.mapping.Outcome.Rejected;
import org.lamplight.ingest.rows.Entry;
import org.lamplight.ingest.rows.Problem;
import org.lamplight.ingest.rows.Row;
import org.lamplight.ingest.rows.RowReader;

/** A dry run of an export: says what would become of its rows, and sends nothing anywhere. */
public final class SourceCheck {
    private static final int FIRST_LINES = 5;

    private final Mapping mapping;
    private final ExportMapper mapper;
    private final Map<List<String>, Refused> refused = new LinkedHashMap<>();
    private final UnknownCodeCounts unknownCodes = new UnknownCodeCounts();
    private final Set<String> columns = new TreeSet<>();
    private final Ordinals reports = new Ordinals();
    private Set<String> lastColumns = Set.of();
    private long rows;
    private long accepted;
    private long withdrawn;
    private long skipped;
    private long repeats;

    private static final class Refused {
        private final Problem first;
        private final List<Long> lines = new ArrayList<>();
        private long count;

        private Refused(Problem first) {
            this.first = first;
        }

        private Refusal refusal() {
            return new Refusal(first.rule(), first.field(), first.message(), count, List.copyOf(lines));
        }
    }

    private SourceCheck(RowMapper mapper) {
        this.mapping = mapper.mapping();
        this.mapper = mapper.export();
    }

    /**
     * Checks an export.
     *
     * @param export its rows, from the first
     * @param progress is told how many rows have been looked at, after each
     * @throws IOException if the export cannot be read
     */
    public static CheckReport run(RowMapper mapper, RowReader export, LongConsumer progress) throws IOException {
        SourceCheck check = new SourceCheck(mapper);
        for (Optional<Entry> next = export.next(); next.isPresent(); next = export.next()) {
            check.add(next.get());
            progress.accept(check.rows);
        }
        return check.report();
    }

    private void add(Entry entry) {
        rows += entry.line() == 0 ? 0 : 1;
        if (entry instanceof Problem problem) {
            refuse(problem);
        } else if (entry instanceof Row row) {
            note(row.columns());
            count(mapper.map(row));
        }
    }

    private void count(Outcome outcome) {
        if (outcome instanceof Rejected rejected) {
            refuse(rejected.problem());
        } else if (outcome instanceof Accepted report) {
            count(report);
        } else {
            skipped++;
        }
    }

    private void count(Accepted report) {
        Struct version = report.value().getStruct(Kind.REPORT);
        if (version.getString("action").equals("WITHDRAW")) {
            withdrawn++;
        } else {
            accepted++;
        }
        if (reports.next(Long.parseUnsignedLong(report.reportId(), 0, 16, 16)) > 0) {
            repeats++;
        }
        List<Struct> codes = version.getArray("unknownCodes");
        codes.forEach(code -> unknownCodes.add(code.getString("field"), code.getString("text")));
    }

    private void refuse(Problem problem) {
        List<String> reason = List.of(problem.rule(), Objects.toString(problem.field(), ""));
        Refused same = refused.computeIfAbsent(reason, unseen -> new Refused(problem));
        same.count++;
        if (same.lines.size() < FIRST_LINES) {
            same.lines.add(problem.line());
        }
    }

    /** Rows of a CSV file share one set of columns, which is looked at once. */
    private void note(Set<String> found) {
        if (found != lastColumns) {
            columns.addAll(found);
            lastColumns = found;
        }
    }

    private CheckReport report() {
        List<Refusal> refusals = refused.values().stream()
                .map(Refused::refusal)
                .sorted(Comparator.comparingLong(Refusal::count).reversed())
                .toList();
        Set<String> absent = new TreeSet<>(mapping.columns());
        absent.removeAll(columns);
        return new CheckReport(
                rows,
                accepted,
                withdrawn,
                skipped,
                refusals,
                repeats,
                unknownCodes.byField(),
                unknownCodes.more(),
                mapping.unknownColumns(columns),
                columns.isEmpty() ? Set.of() : Collections.unmodifiableSet(absent));
    }
}
