package org.lamplight.release.audit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    /** Limits on work: a program of whole numbers that is not solved by then seldom is soon after. */
    private static final int ITERATIONS = 20_000;

    private static final int ITERATIONS_WITH_WHOLE_NUMBERS = 1_000;

    private static final double SOME = 1e-6;

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
        return new IntegerProgram(knowledge, truth, Neighbourhood.of(knowledge, row, truth, unknowns)).range(row);
    }

    /**
     * The cheapest concessions by which a row could reach a goal, all else being as it is known; empty if none are found.
     * Each row that may be conceded gets a slack within what would remain known of it; the sum of cost times slack is
     * least.
     */
    static Optional<Remedy> remedy(
            Knowledge knowledge, int row, Interval goal, List<Concession> concessions, long[] truth, int unknowns) {
        IntegerProgram program =
                new IntegerProgram(knowledge, truth, Neighbourhood.of(knowledge, row, truth, unknowns));
        // Without whole numbers the program is much faster and nearly always right; what it finds is verified anyway
        return program.remedy(row, goal, concessions, false)
                .filter(remedy -> !remedy.rows().isEmpty())
                .or(() -> program.remedy(row, goal, concessions, true));
    }

    /**
     * Concessions that were found.
     *
     * @param cost of all of them
     * @param rows rows to concede
     */
    record Remedy(double cost, List<Integer> rows) {}

    private Optional<Remedy> remedy(int row, Interval goal, List<Concession> concessions, boolean whole) {
        ExpressionsBasedModel model = model(whole);
        Variable[] variables = variables(model, whole);
        Map<Integer, Variable[]> slacks = new TreeMap<>();
        Map<Integer, Concession> byRow = new HashMap<>();
        concessions.forEach(concession -> byRow.put(concession.row(), concession));
        for (int i = 0; i < knowledge.rows(); i++) {
            Concession concession = byRow.get(i);
            Optional<Expression> expression = expression(model, variables, i, knowledge.interval(i));
            if (concession != null && expression.isPresent()) {
                Variable[] slack = {slack(model, concession), slack(model, concession)};
                expression.get().set(slack[0], 1);
                expression.get().set(slack[1], -1);
                slacks.put(i, slack);
                expression(model, variables, i, concession.interval());
            }
        }
        expression(model, variables, row, goal);
        Optimisation.Result result = model.minimise();
        if (!result.getState().isOptimal()) {
            return Optional.empty();
        }
        return Optional.of(new Remedy(
                result.getValue(),
                slacks.entrySet().stream()
                        .filter(entry -> Arrays.stream(entry.getValue())
                                .anyMatch(slack -> slack.getValue().doubleValue() > SOME))
                        .map(Map.Entry::getKey)
                        .toList()));
    }

    private static Variable slack(ExpressionsBasedModel model, Concession concession) {
        return model.newVariable("s" + model.countVariables()).lower(0).weight(concession.cost());
    }

    private Interval range(int row) {
        return new Interval(solve(row, false), solve(row, true));
    }

    private long solve(int row, boolean greatest) {
        ExpressionsBasedModel model = model(true);
        Variable[] variables = variables(model, true);
        for (int i = 0; i < knowledge.rows(); i++) {
            expression(model, variables, i, knowledge.interval(i));
        }
        Arrays.stream(knowledge.plus(row)).filter(free::get).forEach(unknown -> variables[unknown].weight(1));
        Arrays.stream(knowledge.minus(row)).filter(free::get).forEach(unknown -> variables[unknown].weight(-1));
        return outcome(row, variables, greatest ? model.maximise() : model.minimise());
    }

    private static ExpressionsBasedModel model(boolean whole) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        // One thread, and a limit on work instead of time: the same answer on every machine
        model.options.integer(IntegerStrategy.newConfigurable().withParallelism(Parallelism.ONE));
        model.options.iterations_abort = whole ? ITERATIONS_WITH_WHOLE_NUMBERS : ITERATIONS;
        return model;
    }

    private Variable[] variables(ExpressionsBasedModel model, boolean whole) {
        Variable[] variables = new Variable[knowledge.unknowns()];
        free.stream()
                .forEach(unknown -> variables[unknown] =
                        model.newVariable("u" + unknown).integer(whole).lower(0));
        return variables;
    }

    /** What a solution shows, be it the best or not: it counts if it meets everything known. Without one only the truth is shown. */
    private long outcome(int row, Variable[] variables, Optimisation.Result result) {
        if (result.getState() == Optimisation.State.UNBOUNDED) {
            return Interval.UNBOUNDED;
        }
        long[] point = truth.clone();
        if (result.getState().isFeasible()) {
            free.stream()
                    .forEach(unknown -> point[unknown] =
                            Math.round(variables[unknown].getValue().doubleValue()));
        }
        return knowledge.value(row, knowledge.metBy(point) ? point : truth);
    }

    /** Adds that a row lies in an interval; empty if none of its unknowns is free. */
    private Optional<Expression> expression(
            ExpressionsBasedModel model, Variable[] variables, int row, Interval interval) {
        int[] plus = Arrays.stream(knowledge.plus(row)).filter(free::get).toArray();
        int[] minus = Arrays.stream(knowledge.minus(row)).filter(free::get).toArray();
        if (plus.length + minus.length == 0) {
            return Optional.empty();
        }
        long fixed = fixed(row);
        Expression expression =
                model.newExpression("r" + model.countExpressions()).lower(interval.low() - fixed);
        if (interval.high() < Interval.UNBOUNDED) {
            expression.upper(interval.high() - fixed);
        }
        Arrays.stream(plus).forEach(unknown -> expression.set(variables[unknown], 1));
        Arrays.stream(minus).forEach(unknown -> expression.set(variables[unknown], -1));
        return Optional.of(expression);
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
