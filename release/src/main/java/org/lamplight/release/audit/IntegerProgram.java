package org.lamplight.release.audit;

import java.util.Arrays;
import java.util.BitSet;
import org.ojalgo.concurrent.Parallelism;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;

/**
 * The least and the greatest value of a row, exactly, as integer programs. Unknowns far from the row may be held at
 * their true value: the range is then no wider than the exact one, so what it calls safe is safe.
 */
final class IntegerProgram {
    private static final int ITERATIONS = 20_000;

    private final Knowledge knowledge;
    private final long[] truth;
    private final BitSet free;

    private IntegerProgram(Knowledge knowledge, long[] truth, BitSet free) {
        this.knowledge = knowledge;
        this.truth = truth;
        this.free = free;
    }

    /** The range of a row. */
    static Interval exact(Knowledge knowledge, int row) {
        BitSet all = new BitSet();
        all.set(0, knowledge.unknowns());
        return new IntegerProgram(knowledge, new long[knowledge.unknowns()], all).range(row);
    }

    /** A range of a row that is no wider than the exact one: only so many unknowns, those nearest, may differ from the truth. */
    static Interval near(Knowledge knowledge, int row, long[] truth, int unknowns) {
        return new IntegerProgram(knowledge, truth, Neighbourhood.of(knowledge, row, unknowns)).range(row);
    }

    private Interval range(int row) {
        return new Interval(solve(row, false), solve(row, true));
    }

    private long solve(int row, boolean greatest) {
        var model = new ExpressionsBasedModel();
        // One thread, and a limit on work instead of time: the same answer on every machine
        model.options.integer(IntegerStrategy.newConfigurable().withParallelism(Parallelism.ONE));
        model.options.iterations_abort = ITERATIONS;
        Variable[] variables = new Variable[knowledge.unknowns()];
        free.stream()
                .forEach(unknown -> variables[unknown] =
                        model.newVariable("u" + unknown).integer().lower(0));
        for (int i = 0; i < knowledge.rows(); i++) {
            addRow(model, variables, i);
        }
        Arrays.stream(knowledge.plus(row)).filter(free::get).forEach(unknown -> variables[unknown].weight(1));
        Arrays.stream(knowledge.minus(row)).filter(free::get).forEach(unknown -> variables[unknown].weight(-1));
        Optimisation.Result result = greatest ? model.maximise() : model.minimise();
        return outcome(row, result);
    }

    private long outcome(int row, Optimisation.Result result) {
        if (result.getState() == Optimisation.State.UNBOUNDED) {
            return Interval.UNBOUNDED;
        }
        if (!result.getState().isOptimal()) {
            // Not solved: nothing is shown but the truth
            return knowledge.value(row, truth);
        }
        return Math.round(result.getValue()) + fixed(row);
    }

    private void addRow(ExpressionsBasedModel model, Variable[] variables, int row) {
        int[] plus = Arrays.stream(knowledge.plus(row)).filter(free::get).toArray();
        int[] minus = Arrays.stream(knowledge.minus(row)).filter(free::get).toArray();
        if (plus.length + minus.length == 0) {
            return;
        }
        Interval interval = knowledge.interval(row);
        long fixed = fixed(row);
        Expression expression = model.newExpression("r" + row).lower(interval.low() - fixed);
        if (interval.high() < Interval.UNBOUNDED) {
            expression.upper(interval.high() - fixed);
        }
        Arrays.stream(plus).forEach(unknown -> expression.set(variables[unknown], 1));
        Arrays.stream(minus).forEach(unknown -> expression.set(variables[unknown], -1));
    }

    /** What the unknowns that are not free contribute to a row. */
    private long fixed(int row) {
        return fixed(knowledge.plus(row)) - fixed(knowledge.minus(row));
    }

    private long fixed(int[] unknowns) {
        return Arrays.stream(unknowns)
                .filter(unknown -> !free.get(unknown))
                .mapToLong(unknown -> truth[unknown])
                .sum();
    }
}
