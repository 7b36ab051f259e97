package org.lamplight.release.audit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.release.rules.Rounding;

/** A small published table as lines of case, label, published value and the cells it is the sum of. */
final class PublishedTable {
    final Knowledge knowledge = new Knowledge();
    private final Map<String, Integer> cells = new LinkedHashMap<>();
    private final Map<String, Integer> rows = new HashMap<>();

    /** The tables of some lines by case. */
    static Map<String, PublishedTable> read(List<String> lines) {
        Map<String, PublishedTable> tables = new LinkedHashMap<>();
        for (String line : lines) {
            String[] fields = line.split(",", -1);
            tables.computeIfAbsent(fields[0], name -> new PublishedTable()).add(fields[1], fields[2], fields[3]);
        }
        return tables;
    }

    /** The row of a label, published or not. */
    int row(String label) {
        return rows.computeIfAbsent(label, cell -> knowledge.sum(new int[] {cells.get(cell)}, Interval.ANY));
    }

    private void add(String label, String published, String members) {
        int[] of = List.of(members.split(" ")).stream()
                .mapToInt(member -> cells.computeIfAbsent(member, name -> knowledge.unknown()))
                .toArray();
        rows.put(label, knowledge.sum(of, interval(published)));
    }

    private static Interval interval(String published) {
        if (published.startsWith("<")) {
            return new Interval(0, Long.parseLong(published.substring(1)) - 1);
        }
        if (published.startsWith("r5:")) {
            Rounding rounding = new Rounding(5, 5);
            long value = Long.parseLong(published.substring(3));
            return new Interval(rounding.lowest(value), rounding.highest(value));
        }
        return new Interval(Long.parseLong(published), Long.parseLong(published));
    }
}
