package org.lamplight.local.commands;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lamplight.ingest.mapping.CheckReport;
import org.lamplight.ingest.mapping.CheckReport.Refusal;
import org.lamplight.local.terminal.Table;
import org.lamplight.local.terminal.Table.Column;

/** Prints what would become of an export. */
final class CheckPrinter {
    private static final List<Column> REFUSALS = List.of(
            new Column("rejected", true),
            new Column("rule", false),
            new Column("field", false),
            new Column("first lines", false),
            new Column("what to do", false));
    private static final List<Column> CODES =
            List.of(new Column("taken as OTHER", true), new Column("field", false), new Column("code", false));

    private final PrintWriter out;

    CheckPrinter(PrintWriter out) {
        this.out = out;
    }

    void print(CheckReport report) {
        out.printf(
                "%,d rows: %,d would be accepted, %,d withdrawn, %,d rejected, %,d left out by the mapping.%n",
                report.rows(), report.accepted(), report.withdrawn(), report.rejectedRows(), report.skipped());
        if (report.repeats() > 0) {
            out.printf("%,d rows are about a report of an earlier row.%n", report.repeats());
        }
        columns("Columns that the mapping neither reads nor names under never-read: ", report.unknownColumns());
        columns("Columns that the mapping reads and no row has: ", report.absentColumns());
        table(REFUSALS, report.rejected().stream().map(CheckPrinter::row).toList());
        table(CODES, codes(report));
        if (report.moreUnknownCodes() > 0) {
            out.printf("%,d more rows have other unknown codes.%n", report.moreUnknownCodes());
        }
        out.flush();
    }

    private void columns(String what, Set<String> columns) {
        if (!columns.isEmpty()) {
            out.println(what + String.join(", ", columns) + ".");
        }
    }

    private void table(List<Column> columns, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            out.println();
            new Table(columns, rows).print(out);
        }
    }

    private static List<String> row(Refusal refusal) {
        return List.of(
                Long.toString(refusal.count()),
                refusal.rule(),
                refusal.field() == null ? "" : refusal.field(),
                refusal.firstLines().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                refusal.message());
    }

    private static List<List<String>> codes(CheckReport report) {
        List<List<String>> rows = new ArrayList<>();
        report.unknownCodes()
                .forEach((field, codes) ->
                        codes.forEach((code, count) -> rows.add(List.of(Long.toString(count), field, code))));
        return rows;
    }
}
