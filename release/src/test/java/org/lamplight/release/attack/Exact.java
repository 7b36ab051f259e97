package org.lamplight.release.attack;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.util.Domain;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The attack by machine: all tables that agree with what is known, searched by OR-Tools CP-SAT. */
final class Exact {
    /** Work on one question; what is not answered by then is counted. */
    private static final double EFFORT = 20;
    /** Work on a table of chance, which need not be the best. */
    private static final double LITTLE = 0.2;
    /** How far from the truth a search begins, so that each finds another table. */
    private static final int FAR = 3;

    private final CpModel model = new CpModel();
    private final IntVar[] unknowns;
    private final long[] truth;
    private final Random random = new Random(1);
    private long undecided;

    Exact(Table table, Facts facts, Bounds bounds, long[] truth) {
        Loader.loadNativeLibraries();
        unknowns = IntStream.range(0, table.size())
                .mapToObj(unknown -> {
                    Range range = bounds.of(List.of(unknown));
                    return model.newIntVar(range.low(), range.high(), "x" + unknown);
                })
                .toArray(IntVar[]::new);
        facts.ranges.forEach(
                (cell, range) -> model.addLinearConstraint(sum(table.unknowns(cell)), range.low(), top(table, range)));
        table.relations().forEach(relation -> model.addGreaterOrEqual(sum(relation.greater()), sum(relation.less())));
        facts.fews.forEach(few -> add(table, few));
        this.truth = truth;
    }

    /** A table in which a count has another value than these; empty if there is none, or none was found. */
    Optional<long[]> another(List<Integer> sum, Collection<Long> values) {
        CpModel asked = model.getClone();
        long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
        asked.addLinearExpressionInDomain(sum(sum), Domain.fromValues(sorted).complement());
        for (int i = 0; i < truth.length; i++) {
            asked.addHint(unknowns[i], Math.max(0, truth[i] + random.nextInt(-FAR, FAR + 1)));
        }
        return solve(asked, EFFORT);
    }

    /** Some table not far from the true one, in a direction of chance. */
    Optional<long[]> near(int distance) {
        CpModel asked = model.getClone();
        for (int i = 0; i < truth.length; i++) {
            asked.addLinearConstraint(unknowns[i], Math.max(0, truth[i] - distance), truth[i] + distance);
            asked.addHint(unknowns[i], truth[i]);
        }
        asked.maximize(LinearExpr.weightedSum(
                unknowns, random.ints(unknowns.length, -2, 3).asLongStream().toArray()));
        return solve(asked, LITTLE);
    }

    /** Questions that took too much work. */
    long undecided() {
        return undecided;
    }

    private Optional<long[]> solve(CpModel asked, double effort) {
        CpSolver solver = new CpSolver();
        solver.getParameters().setNumWorkers(1).setRandomSeed(1).setMaxDeterministicTime(effort);
        CpSolverStatus status = solver.solve(asked);
        if (status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE) {
            return Optional.of(Arrays.stream(unknowns).mapToLong(solver::value).toArray());
        }
        if (status != CpSolverStatus.INFEASIBLE && effort == EFFORT) {
            undecided++;
        }
        return Optional.empty();
    }

    private void add(Table table, Facts.Few few) {
        BoolVar[] reached = few.cells().stream()
                .map(cell -> {
                    BoolVar reaches = model.newBoolVar("");
                    LinearExpr count = sum(table.unknowns(cell));
                    model.addGreaterOrEqual(count, few.threshold()).onlyEnforceIf(reaches);
                    model.addLessThan(count, few.threshold()).onlyEnforceIf(reaches.not());
                    return reaches;
                })
                .toArray(BoolVar[]::new);
        model.addLessOrEqual(LinearExpr.sum(reached), few.most());
    }

    private LinearExpr sum(List<Integer> indexes) {
        return LinearExpr.sum(indexes.stream().map(index -> unknowns[index]).toArray(IntVar[]::new));
    }

    /** A sum of unknowns may be above what one may be. */
    private static long top(Table table, Range range) {
        return range.high() == Range.TOP ? Range.TOP * table.size() : range.high();
    }

    static boolean solves(Table table, Facts facts, long[] point) {
        return LongStream.of(point).allMatch(count -> count >= 0)
                && facts.ranges.entrySet().stream()
                        .allMatch(fact -> fact.getValue().holds(Table.sum(point, table.unknowns(fact.getKey()))))
                && table.relations().stream()
                        .allMatch(relation -> Table.sum(point, relation.greater()) >= Table.sum(point, relation.less()))
                && facts.fews.stream()
                        .allMatch(few -> few.cells().stream()
                                        .filter(cell -> Table.sum(point, table.unknowns(cell)) >= few.threshold())
                                        .count()
                                <= few.most());
    }
}
