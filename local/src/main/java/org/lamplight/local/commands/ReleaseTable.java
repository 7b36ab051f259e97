package org.lamplight.local.commands;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lamplight.local.terminal.Table;
import org.lamplight.local.terminal.Table.Column;
import org.lamplight.release.plan.Decision;
import org.lamplight.release.plan.Level;

/** What became of the products of a release, by source and length of period: counts of reasons, never of reports. */
final class ReleaseTable {
    private static final String RELEASED = "released";
    private static final String COARSENED = "coarsened";

    private ReleaseTable() {}

    /** Products by adapted level, and what became of their cells. */
    static Table of(List<Decision> decisions) {
        List<String> reasons = decisions.stream()
                .flatMap(decision -> decision.reasons().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        List<Column> columns = new ArrayList<>(Stream.of("source", "period", "from")
                .map(name -> new Column(name, false))
                .toList());
        columns.add(new Column("products", true));
        Stream.of(Level.values()).forEach(level -> columns.add(new Column("to " + shown(level), true)));
        Stream.of("cells", "released %", "coarsened %", "withheld %")
                .forEach(name -> columns.add(new Column(name, true)));
        reasons.forEach(reason -> columns.add(new Column(reason, true)));
        List<List<String>> rows = new ArrayList<>();
        decisions.stream()
                .collect(Collectors.groupingBy(ReleaseTable::lineOf, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(line -> rows.add(
                        row(List.of(sourceOf(line.get(0)), periodOf(line.get(0)), firstDayOf(line)), line, reasons)));
        rows.add(row(List.of("all", "", ""), decisions, reasons));
        return new Table(columns, rows);
    }

    private static List<String> row(List<String> line, List<Decision> products, List<String> reasons) {
        Map<String, Long> cells = new TreeMap<>();
        products.forEach(
                product -> product.reasons().forEach((reason, count) -> cells.merge(reason, count, Long::sum)));
        long all = cells.values().stream().mapToLong(Long::longValue).sum();
        long released = cells.getOrDefault(RELEASED, 0L);
        long coarsened = cells.getOrDefault(COARSENED, 0L);
        List<String> row = new ArrayList<>(line);
        row.add(Integer.toString(products.size()));
        for (Level level : Level.values()) {
            row.add(Long.toString(products.stream()
                    .filter(product -> product.level() == level)
                    .count()));
        }
        row.add(Long.toString(all));
        row.add(share(released, all));
        row.add(share(coarsened, all));
        row.add(share(all - released - coarsened, all));
        reasons.forEach(reason -> row.add(Long.toString(cells.getOrDefault(reason, 0L))));
        return row;
    }

    private static String lineOf(Decision decision) {
        return sourceOf(decision) + " " + periodOf(decision);
    }

    private static String sourceOf(Decision decision) {
        return decision.category().split("\\.", 2)[0];
    }

    private static String periodOf(Decision decision) {
        return decision.period().kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String firstDayOf(List<Decision> line) {
        return line.stream()
                .map(decision -> decision.period().firstDay())
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .toString();
    }

    private static String shown(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private static String share(long part, long all) {
        return all == 0 ? "" : String.format(Locale.ROOT, "%.1f", 100.0 * part / all);
    }
}
