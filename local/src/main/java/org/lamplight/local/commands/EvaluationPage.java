package org.lamplight.local.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lamplight.local.terminal.Table;
import org.lamplight.local.terminal.Table.Column;

/** Evaluations for people: what was counted, what came out, and what to be careful about. */
final class EvaluationPage {
    private static final List<Column> COUNTS = List.of(
            new Column("", false), new Column("before", true), new Column("after", true), new Column("areas", false));
    private static final List<Column> ESTIMATES =
            List.of(new Column("", false), new Column("estimate", true), new Column("95 % interval", false));
    private static final String MEANINGS = """
            Ratio of ratios: by what factor the treated areas changed more than the comparison; 1 is no difference.
            Difference in differences: how many more, or fewer, than if they had changed by the same number; 0 is none.
            With the buffer: the same with the areas around, so that what only moved there counts for nothing.
            Change of the rate: the treated areas' own, without comparison.
            Trend before: the ratio of ratios within the time before, of its second half to its first; far from 1, the areas
            were not alike anyway. The intervals allow for months that vary more than chance (dispersion).
            A place that was chosen because its counts were high falls anyway: compare it with places that were as high.""";

    private final Table evaluations;
    private final boolean explain;

    EvaluationPage(Table evaluations, boolean explain) {
        this.evaluations = evaluations;
        this.explain = explain;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (List<String> row : evaluations.rows()) {
            Map<String, String> values = new TreeMap<>();
            for (int i = 0; i < row.size(); i++) {
                values.put(evaluations.columns().get(i).name(), row.get(i));
            }
            lines.addAll(section(values));
            lines.add("");
        }
        if (explain) {
            lines.addAll(MEANINGS.lines().toList());
        }
        return lines;
    }

    private static List<String> section(Map<String, String> row) {
        List<String> lines = new ArrayList<>();
        String counted = row.get("basis").isEmpty()
                ? "reports"
                : "outcomes " + row.get("outcome_set") + ", basis " + row.get("basis");
        lines.add(row.get("evaluation") + " (" + row.get("category") + "): " + counted);
        lines.add("  before: %s to %s   after: %s to %s"
                .formatted(row.get("before_from"), row.get("before_to"), row.get("after_from"), row.get("after_to")));
        lines.add("");
        indented(counts(row)).forEach(lines::add);
        lines.add("");
        indented(estimates(row)).forEach(lines::add);
        lines.add("");
        lines.add("  " + row.get("explanation"));
        if (!row.get("caution").isEmpty()) {
            lines.add("  Caution: " + row.get("caution"));
        }
        return lines;
    }

    private static Table counts(Map<String, String> row) {
        List<List<String>> counts = new ArrayList<>();
        for (String role : List.of("treated", "buffer", "comparison")) {
            if (!row.get(role + "_before").isEmpty()) {
                counts.add(List.of(role, row.get(role + "_before"), row.get(role + "_after"), row.get(role)));
            }
        }
        return new Table(COUNTS, counts);
    }

    private static Table estimates(Map<String, String> row) {
        List<List<String>> estimates = new ArrayList<>();
        add(estimates, "ratio of ratios", row, "ratio_of_ratios", "ratio");
        add(estimates, "difference in differences", row, "difference", "difference");
        add(estimates, "with the buffer", row, "total_difference", "total");
        add(estimates, "change of the rate", row, "rate_difference", "rate_difference");
        add(estimates, "trend before", row, "trend_before_ratio", "trend_before");
        estimates.add(List.of("dispersion", row.get("dispersion"), ""));
        return new Table(ESTIMATES, estimates);
    }

    /** Leaves out what there is not, except the ratio, whose absence says that a count is 0. */
    private static void add(
            List<List<String>> estimates, String name, Map<String, String> row, String column, String limits) {
        boolean isThere = !row.get(column).isEmpty();
        if (isThere) {
            estimates.add(
                    List.of(name, row.get(column), row.get(limits + "_low") + " to " + row.get(limits + "_high")));
        } else if (column.equals("ratio_of_ratios")) {
            estimates.add(List.of(name, "none", "a count is 0"));
        }
    }

    private static List<String> indented(Table table) {
        return table.lines().stream().map(line -> "  " + line).toList();
    }
}
