package org.lamplight.release.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.lamplight.release.audit.Auditor;
import org.lamplight.release.audit.Concession;
import org.lamplight.release.audit.Interval;
import org.lamplight.release.audit.Knowledge;
import org.lamplight.release.audit.Need;
import org.lamplight.schemas.ReleasedTrend;

/**
 * Lets no count of a block be worked out. Beginning with what is meant to be released, it withholds more until every
 * count that is not released could take enough values for a reader of everything ever released.
 */
final class Gate {
    private static final int ROUNDS = 8;
    /** Cost of taking it as not known that a count is small. */
    private static final double LAST = 1000;

    private final Block block;
    private final Safeguard safeguard;
    private final Set<CellKey> open;
    private final Predicate<CellKey> told;
    private final Set<CellKey> toldBefore = new HashSet<>();
    private final Map<CellKey, Interval> before = new LinkedHashMap<>();
    private final Map<CellKey, Integer> rows = new LinkedHashMap<>();
    private final List<CellKey> cells;
    private final Map<Integer, CellKey> cellOf = new HashMap<>();
    private final Auditor auditor;
    private final Set<CellKey> forgotten = new HashSet<>();
    private final Deque<CellKey> hidden = new ArrayDeque<>();
    private long disclosed;

    /**
     * @param open the counts that are meant to be released
     * @param told whether a reader learns of a count that it is withheld
     * @param history what was released of the block before
     */
    Gate(
            Block block,
            Safeguard safeguard,
            Ties ties,
            Set<CellKey> open,
            Predicate<CellKey> told,
            Collection<ReleasedTrend> history) {
        this.block = block;
        this.safeguard = safeguard;
        this.open = new HashSet<>(open);
        this.told = told;
        history.forEach(this::remember);
        this.cells = inOrderOfLoss(ties);
        this.auditor = audit();
        rows.keySet().stream().filter(this::isHidden).forEach(hidden::add);
    }

    /** Withholds what must be withheld; false if some count stays too certain whatever is withheld. */
    boolean secure() {
        while (!hidden.isEmpty()) {
            if (!secure(hidden.remove())) {
                return false;
            }
        }
        return true;
    }

    boolean isOpen(CellKey cell) {
        return open.contains(cell);
    }

    /** Withholds a count. */
    void close(CellKey cell) {
        open.remove(cell);
        auditor.loosen(rows.get(cell), interval(cell));
        if (isHidden(cell)) {
            hidden.add(cell);
        }
    }

    /** How many counts could have been worked out had nothing more been withheld. */
    long disclosed() {
        return disclosed;
    }

    /** How many counts were taken as not known to be above or below the threshold. */
    long forgotten() {
        return forgotten.size();
    }

    long programs() {
        return auditor.programs();
    }

    private boolean secure(CellKey cell) {
        if (isProtected(cell)) {
            return true;
        }
        disclosed++;
        for (int round = 0; round < ROUNDS; round++) {
            if (!concede(cell, false) && !concede(cell, true)) {
                return false;
            }
            if (isProtected(cell)) {
                return true;
            }
        }
        return false;
    }

    /** Makes the concessions that cost the least so that a count becomes uncertain enough; false if there are none. */
    private boolean concede(CellKey cell, boolean forgetting) {
        List<Integer> remedy = auditor.remedy(rows.get(cell), need(cell), concessions(cell, forgetting));
        for (int row : remedy) {
            CellKey other = cellOf.get(row);
            if (forgetting) {
                forgotten.add(other);
            }
            close(other);
        }
        return !remedy.isEmpty();
    }

    /**
     * All that could be done so that a count becomes less certain, and what each costs: to withhold others, near and
     * small ones first.
     *
     * @param forgetting the last resort: on which side of the threshold a count is of which nothing is released, no row
     *     says, so it may be taken as not known; what is left then is known from earlier releases alone
     */
    private List<Concession> concessions(CellKey cell, boolean forgetting) {
        List<Concession> concessions = new ArrayList<>();
        for (int rank = 0; rank < cells.size(); rank++) {
            CellKey other = cells.get(rank);
            double cost = 1 + distance(cell, other) + (double) rank / cells.size();
            if (open.contains(other)) {
                Interval left = forgetting ? before(other) : without(other);
                concessions.add(new Concession(rows.get(other), left, cost));
            } else if (forgetting && isTold(other)) {
                concessions.add(new Concession(rows.get(other), before(other), isBelow(other) ? LAST : cost));
            }
        }
        return concessions;
    }

    /** The counts, those first whose loss is least: the smallest, in an order of areas that nobody outside can tell. */
    private List<CellKey> inOrderOfLoss(Ties ties) {
        return block.cells().stream()
                .sorted(Comparator.<CellKey>comparingLong(
                                cell -> block.tally(cell).reports())
                        .thenComparing(cell -> ties.of(cell.area()))
                        .thenComparing(CellKey::category)
                        .thenComparing(CellKey::period, Periods.ORDER))
                .toList();
    }

    private boolean isBelow(CellKey cell) {
        return safeguard.isBelow(block.tally(cell));
    }

    private boolean isTold(CellKey cell) {
        return !forgotten.contains(cell) && (toldBefore.contains(cell) || told.test(cell));
    }

    private boolean isProtected(CellKey cell) {
        return auditor.protects(rows.get(cell), need(cell));
    }

    private Need need(CellKey cell) {
        return safeguard.need(block.tally(cell));
    }

    /** How little two counts have to do with each other. */
    private int distance(CellKey cell, CellKey other) {
        boolean area = cell.area().equals(other.area());
        boolean category = cell.category().equals(other.category());
        boolean period = cell.period().equals(other.period());
        if (category && period) {
            return block.areSiblings(cell.area(), other.area()) ? 0 : 3;
        }
        if (area && category) {
            return 1;
        }
        return area && period ? 2 : 4;
    }

    private Auditor audit() {
        Knowledge knowledge = block.structure();
        block.cells().forEach(cell -> rows.put(cell, knowledge.sum(block.unknowns(cell), interval(cell))));
        rows.forEach((cell, row) -> cellOf.put(row, cell));
        return new Auditor(knowledge, block.truth(), rows.size());
    }

    /** What a reader knows of a count as things stand. */
    private Interval interval(CellKey cell) {
        return open.contains(cell) ? before(cell).and(safeguard.told(block.tally(cell))) : without(cell);
    }

    private Interval without(CellKey cell) {
        return isTold(cell) ? before(cell).and(safeguard.untold(block.tally(cell))) : before(cell);
    }

    private Interval before(CellKey cell) {
        return before.getOrDefault(cell, Interval.ANY);
    }

    private boolean isHidden(CellKey cell) {
        return !open.contains(cell) && before(cell).high() == Interval.UNBOUNDED;
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
