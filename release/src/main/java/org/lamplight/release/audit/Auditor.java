package org.lamplight.release.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out whether counts that are not released stay uncertain for a reader who has everything that is known. Points
 * found by search prove most counts safe; an integer program decides what is left. What it cannot decide counts as
 * disclosed.
 */
public final class Auditor {
    /** Unknowns of a program; what lies farther from the count in question is held at its true value. */
    private static final int FREE_UNKNOWNS = 600;

    private final Knowledge knowledge;
    private final Witnesses witnesses;
    private final long[] truth;
    private long programs;

    /**
     * @param knowledge what the reader knows; may be loosened between questions
     * @param truth the counts themselves, which meet it
     * @param seed of the search, so that the same question has the same answer
     */
    public Auditor(Knowledge knowledge, long[] truth, long seed) {
        this.knowledge = knowledge;
        this.witnesses = new Witnesses(knowledge, truth, seed);
        this.truth = truth.clone();
    }

    /** Whether a row stays as uncertain as it needs to be. */
    public boolean protects(int row, Need need) {
        if (witnesses.widen(row, need)) {
            return true;
        }
        programs++;
        witnesses.add(row, IntegerProgram.near(knowledge, row, truth, FREE_UNKNOWNS));
        return need.metBy(witnesses.range(row));
    }

    /**
     * The cheapest rows to concede so that a row that is not protected becomes as uncertain as it needs to be; none if
     * nothing is found.
     *
     * @param everywhere whether all unknowns are looked at where nothing is found near the row, which takes long
     */
    public List<Integer> remedy(int row, Need need, List<Concession> concessions, boolean everywhere) {
        List<Integer> near = remedy(row, need, concessions, FREE_UNKNOWNS);
        return near.isEmpty() && everywhere && knowledge.unknowns() > FREE_UNKNOWNS
                ? remedy(row, need, concessions, knowledge.unknowns())
                : near;
    }

    private List<Integer> remedy(int row, Need need, List<Concession> concessions, int unknowns) {
        Interval seen = witnesses.range(row);
        Interval above = Interval.atLeast(Math.max(seen.low() + need.values() - 1, need.atLeast()));
        long below = seen.high() - need.values() + 1;
        programs++;
        Optional<IntegerProgram.Remedy> up = remedy(row, above, concessions, unknowns);
        Optional<IntegerProgram.Remedy> down = below < 0 || seen.high() < need.atLeast()
                ? Optional.empty()
                : remedy(row, new Interval(0, below), concessions, unknowns);
        return Stream.concat(up.stream(), down.stream())
                .min(Comparator.comparingDouble(IntegerProgram.Remedy::cost))
                .map(IntegerProgram.Remedy::rows)
                .orElse(List.of());
    }

    private Optional<IntegerProgram.Remedy> remedy(int row, Interval goal, List<Concession> concessions, int unknowns) {
        return IntegerProgram.remedy(knowledge, row, goal, concessions, truth, unknowns);
    }

    /** Takes back some of what is known. */
    public void loosen(int row, Interval interval) {
        knowledge.loosen(row, interval);
    }

    /** Integer programs that were needed so far. */
    public long programs() {
        return programs;
    }
}
