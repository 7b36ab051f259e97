package org.lamplight.release.audit;

import java.util.Random;

/**
 * Points that meet everything that is known, found by a local search that begins with the truth. Each proves that the
 * values it gives to the rows are possible. Whatever one search finds serves all rows.
 */
final class Witnesses {
    private static final int STEPS = 60;
    private static final int TRIES = 8;
    private static final int CANDIDATES = 48;

    private final Knowledge knowledge;
    private final Random random;
    private final long[] truth;
    private final long[] least;
    private final long[] greatest;
    private final Point point;

    Witnesses(Knowledge knowledge, long[] truth, long seed) {
        if (!knowledge.metBy(truth)) {
            throw new IllegalArgumentException("What the reader is said to know is not true of the counts.");
        }
        this.knowledge = knowledge;
        this.random = new Random(seed);
        this.truth = truth.clone();
        this.point = new Point(knowledge, truth);
        this.least = point.values();
        this.greatest = point.values();
    }

    /** Values that a row is known to be able to take, the true one among them. */
    Interval range(int row) {
        return new Interval(least[row], greatest[row]);
    }

    /** Adds that a row can take the ends of a range. */
    void add(int row, Interval range) {
        least[row] = Math.min(least[row], range.low());
        greatest[row] = Math.max(greatest[row], range.high());
    }

    /** Looks for points that widen a row's range until it holds enough. */
    boolean widen(int row, Need need) {
        for (int attempt = 0; attempt < TRIES && !need.metBy(range(row)); attempt++) {
            if (attempt > 0) {
                point.moveTo(truth);
            }
            widenFromHere(row, need);
        }
        return need.metBy(range(row));
    }

    private void widenFromHere(int row, Need need) {
        while (!need.metBy(range(row)) && push(row, 1)) {}
        while (!need.metBy(range(row)) && push(row, -1)) {}
    }

    /** Moves the point to one where the row has one more, or one fewer; stays where it is if none is found. */
    private boolean push(int row, int step) {
        long goal = point.value(row) + step;
        if (!knowledge.interval(row).holds(goal)) {
            return false;
        }
        point.mark();
        point.aim(row, step > 0 ? Interval.atLeast(goal) : new Interval(-Interval.UNBOUNDED, goal));
        boolean found = repair();
        point.aim(-1, Interval.ANY);
        if (found) {
            point.visitChangedRows(this::saw);
        } else {
            point.back();
        }
        return found;
    }

    private void saw(int row) {
        add(row, new Interval(point.value(row), point.value(row)));
    }

    private boolean repair() {
        for (int i = 0; i < STEPS; i++) {
            int row = point.narrowestBrokenRow();
            if (row < 0) {
                return true;
            }
            if (!step(row)) {
                return false;
            }
        }
        return point.narrowestBrokenRow() < 0;
    }

    /** Makes the best of the single moves that bring a row nearer to its interval. */
    private boolean step(int row) {
        int direction = point.tooLow(row) ? 1 : -1;
        int[] plus = knowledge.plus(row);
        int[] minus = knowledge.minus(row);
        int size = plus.length + minus.length;
        int first = random.nextInt(size);
        int best = -1;
        long bestCost = Long.MAX_VALUE;
        int looked = 0;
        for (int i = 0; i < size && looked < CANDIDATES; i++) {
            int at = (first + i) % size;
            int unknown = at < plus.length ? plus[at] : minus[at - plus.length];
            int move = at < plus.length ? direction : -direction;
            if (point.mayMove(unknown, move)) {
                looked++;
                long cost = point.cost(unknown, move);
                if (cost < bestCost) {
                    bestCost = cost;
                    best = at;
                }
            }
        }
        if (best >= 0) {
            point.move(
                    best < plus.length ? plus[best] : minus[best - plus.length],
                    best < plus.length ? direction : -direction);
        }
        return best >= 0;
    }
}
