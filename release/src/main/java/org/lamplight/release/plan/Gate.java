package org.lamplight.release.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lamplight.release.audit.Auditor;
import org.lamplight.release.audit.Concession;
import org.lamplight.release.audit.Interval;
import org.lamplight.release.audit.Knowledge;
import org.lamplight.release.audit.Need;

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
    private final Losses losses;
    private final Reader reader;
    private final Set<CellKey> open;
    private final Map<CellKey, Integer> rows = new LinkedHashMap<>();
    private final Map<Integer, CellKey> cellOf = new HashMap<>();
    private final Auditor auditor;
    private final Deque<CellKey> hidden = new ArrayDeque<>();
    private final Deque<CellKey> certain = new ArrayDeque<>();
    private long disclosed;
    private boolean givenUp;

    /**
     * @param open the counts that are meant to be released
     */
    Gate(Block block, Safeguard safeguard, Losses losses, Reader reader, Set<CellKey> open) {
        this.block = block;
        this.safeguard = safeguard;
        this.losses = losses;
        this.reader = reader;
        this.open = new HashSet<>(open);
        this.auditor = audit();
        rows.keySet().stream().filter(this::isHidden).forEach(hidden::add);
    }

    /**
     * Withholds what must be withheld, and everything where for some count nothing less is found to help. What the reader
     * need not know is taken from him only when all that can be protected from him as he is has been.
     */
    void secure() {
        while (!givenUp && !(hidden.isEmpty() && certain.isEmpty())) {
            if (!hidden.isEmpty()) {
                CellKey cell = hidden.remove();
                if (!secure(cell, false)) {
                    certain.add(cell);
                }
            } else if (!secure(certain.remove(), true)) {
                giveUp();
            }
        }
    }

    /** Whether everything is withheld, so that nothing is told that was not told before. */
    boolean hasGivenUp() {
        return givenUp;
    }

    boolean isOpen(CellKey cell) {
        return open.contains(cell);
    }

    /** Withholds a count. */
    void close(CellKey cell) {
        open.remove(cell);
        auditor.loosen(rows.get(cell), reader.without(cell));
        if (isHidden(cell)) {
            hidden.add(cell);
        }
    }

    /** How often a count could have been worked out had nothing more been withheld. */
    long disclosed() {
        return disclosed;
    }

    /** How many counts were taken as not known to be above or below the threshold. */
    long forgotten() {
        return reader.forgotten();
    }

    long programs() {
        return auditor.programs();
    }

    private void giveUp() {
        givenUp = true;
        open.clear();
    }

    private boolean secure(CellKey cell, boolean forgetting) {
        if (isProtected(cell)) {
            return true;
        }
        disclosed += forgetting ? 0 : 1;
        for (int round = 0; round < ROUNDS && (concede(cell, false) || (forgetting && concede(cell, true))); round++) {
            if (isProtected(cell)) {
                return true;
            }
        }
        return false;
    }

    /** Makes the concessions that cost the least so that a count becomes uncertain enough; false if there are none. */
    private boolean concede(CellKey cell, boolean forgetting) {
        List<Integer> remedy = auditor.remedy(rows.get(cell), need(cell), concessions(cell, forgetting), forgetting);
        for (int row : remedy) {
            CellKey other = cellOf.get(row);
            if (forgetting) {
                reader.forget(other);
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
        for (int rank = 0; rank < losses.inOrder().size(); rank++) {
            CellKey other = losses.inOrder().get(rank);
            double cost = losses.of(rank, cell);
            if (open.contains(other)) {
                Interval left = forgetting ? reader.before(other) : reader.without(other);
                concessions.add(new Concession(rows.get(other), left, cost));
            } else if (forgetting && reader.isTold(other)) {
                concessions.add(new Concession(rows.get(other), reader.before(other), isBelow(other) ? LAST : cost));
            }
        }
        return concessions;
    }

    private boolean isBelow(CellKey cell) {
        return safeguard.isBelow(block.tally(cell));
    }

    private boolean isProtected(CellKey cell) {
        return auditor.protects(rows.get(cell), need(cell));
    }

    private Need need(CellKey cell) {
        return safeguard.need(block.tally(cell));
    }

    private Auditor audit() {
        Knowledge knowledge = block.structure();
        block.cells()
                .forEach(cell -> rows.put(
                        cell,
                        knowledge.sum(
                                block.unknowns(cell), open.contains(cell) ? reader.with(cell) : reader.without(cell))));
        rows.forEach((cell, row) -> cellOf.put(row, cell));
        return new Auditor(knowledge, block.truth(), rows.size());
    }

    private boolean isHidden(CellKey cell) {
        return !open.contains(cell) && reader.before(cell).high() == Interval.UNBOUNDED;
    }
}
