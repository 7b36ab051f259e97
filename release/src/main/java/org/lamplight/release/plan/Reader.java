package org.lamplight.release.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.lamplight.release.audit.Interval;
import org.lamplight.schemas.ReleasedTrend;

/** What a reader of everything released knows of each count of a block by itself. */
final class Reader {
    private final Block block;
    private final Safeguard safeguard;
    private final Predicate<CellKey> told;
    private final Set<CellKey> toldBefore = new HashSet<>();
    private final Set<CellKey> forgotten = new HashSet<>();
    private final Map<CellKey, Interval> before = new HashMap<>();

    /**
     * @param told whether he learns of a count that it is withheld
     * @param history what was released of the block before
     */
    Reader(Block block, Safeguard safeguard, Predicate<CellKey> told, Collection<ReleasedTrend> history) {
        this.block = block;
        this.safeguard = safeguard;
        this.told = told;
        history.forEach(this::remember);
    }

    /** What he knows of a count that is released. */
    Interval with(CellKey cell) {
        return before(cell).and(safeguard.told(block.tally(cell)));
    }

    /** What he knows of a count that is not. */
    Interval without(CellKey cell) {
        return isTold(cell) ? before(cell).and(safeguard.untold(block.tally(cell))) : before(cell);
    }

    /** What he knows of a count by earlier releases alone. */
    Interval before(CellKey cell) {
        return before.getOrDefault(cell, Interval.ANY);
    }

    /** Whether he is taken to know on which side of the threshold a count is that is not released. */
    boolean isTold(CellKey cell) {
        return !forgotten.contains(cell) && (toldBefore.contains(cell) || told.test(cell));
    }

    /** Takes him not to know on which side of the threshold a count is. */
    void forget(CellKey cell) {
        forgotten.add(cell);
    }

    /** How many counts he is taken not to know that of. */
    long forgotten() {
        return forgotten.size();
    }

    private void remember(ReleasedTrend row) {
        CellKey cell = new CellKey(row.getArea(), row.getCategory(), Periods.of(row));
        if (row.getCount() == null) {
            toldBefore.add(cell);
        } else {
            before.merge(cell, Safeguard.told(row, block.tally(cell).reports()), Interval::and);
        }
    }
}
