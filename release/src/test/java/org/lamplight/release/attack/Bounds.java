package org.lamplight.release.attack;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The attack by hand: what each total says of its parts, and the parts of their total, until nothing follows. */
final class Bounds {
    private final long[] low;
    private final long[] high;
    private boolean changed;

    Bounds(Table table, Facts facts) {
        low = new long[table.size()];
        high = new long[table.size()];
        Arrays.fill(high, Range.TOP);
        do {
            changed = false;
            for (Map.Entry<Cell, Range> fact : facts.ranges.entrySet()) {
                tighten(table.unknowns(fact.getKey()), fact.getValue());
            }
            for (Table.Relation relation : table.relations()) {
                tighten(relation.greater(), new Range(of(relation.less()).low(), Range.TOP));
                tighten(relation.less(), new Range(0, of(relation.greater()).high()));
            }
        } while (changed);
    }

    /** Bounds of a sum. */
    Range of(List<Integer> unknowns) {
        return new Range(
                unknowns.stream().mapToLong(unknown -> low[unknown]).sum(),
                unknowns.stream().mapToLong(unknown -> high[unknown]).sum());
    }

    private void tighten(List<Integer> unknowns, Range range) {
        Range sum = of(unknowns);
        for (int unknown : unknowns) {
            long least = range.low() - (sum.high() - high[unknown]);
            long most = range.high() == Range.TOP ? Range.TOP : range.high() - (sum.low() - low[unknown]);
            if (least > low[unknown]) {
                low[unknown] = least;
                changed = true;
            }
            if (most < high[unknown]) {
                high[unknown] = most;
                changed = true;
            }
            sum = of(unknowns);
        }
    }
}
