package org.lamplight.release.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;

/** A value for each unknown, the rows that it breaks, and the way back to where it was marked. */
final class Point {
    /** What the search is after is given up last. */
    private static final long AIM_WEIGHT = 4;

    private final Knowledge knowledge;
    private final long[] counts;
    private final long[] values;
    private final BitSet broken = new BitSet();
    private final List<int[]> moves = new ArrayList<>();
    private int aim = -1;
    private Interval aimed = Interval.ANY;

    Point(Knowledge knowledge, long[] counts) {
        this.knowledge = knowledge;
        this.counts = new long[counts.length];
        this.values = new long[knowledge.rows()];
        moveTo(counts);
    }

    /** Moves to a point that meets all rows. */
    void moveTo(long[] other) {
        System.arraycopy(other, 0, counts, 0, counts.length);
        Arrays.setAll(values, row -> knowledge.value(row, counts));
        broken.clear();
        moves.clear();
    }

    long[] values() {
        return values.clone();
    }

    long value(int row) {
        return values[row];
    }

    /** Adds an interval that a row must lie in besides its own; none for row -1. */
    void aim(int row, Interval interval) {
        aim = row;
        aimed = interval;
        if (row >= 0) {
            broken.set(row, distance(row, values[row]) > 0);
        }
    }

    void mark() {
        moves.clear();
    }

    /** Undoes every move since the mark. */
    void back() {
        for (int i = moves.size() - 1; i >= 0; i--) {
            apply(moves.get(i)[0], -moves.get(i)[1]);
        }
        moves.clear();
    }

    void move(int unknown, int by) {
        apply(unknown, by);
        moves.add(new int[] {unknown, by});
    }

    /** Whether a move leaves a count that is not negative and does not undo an earlier one. */
    boolean mayMove(int unknown, int by) {
        return counts[unknown] + by >= 0 && moves.stream().noneMatch(move -> move[0] == unknown && move[1] == -by);
    }

    /** By how much a move takes the rows farther from their intervals, all together. */
    long cost(int unknown, int by) {
        long cost = 0;
        for (int entry : knowledge.rowsOf(unknown)) {
            int row = row(entry);
            long value = values[row];
            cost += distance(row, value + (long) sign(entry) * by) - distance(row, value);
        }
        return cost;
    }

    /** The broken row with the fewest unknowns; -1 if the point meets all rows. */
    int narrowestBrokenRow() {
        int narrowest = -1;
        int fewest = Integer.MAX_VALUE;
        for (int row = broken.nextSetBit(0); row >= 0; row = broken.nextSetBit(row + 1)) {
            int size = knowledge.plus(row).length + knowledge.minus(row).length;
            if (size < fewest) {
                fewest = size;
                narrowest = row;
            }
        }
        return narrowest;
    }

    boolean tooLow(int row) {
        return values[row] < knowledge.interval(row).low() || (row == aim && values[row] < aimed.low());
    }

    void visitChangedRows(IntConsumer visitor) {
        for (int[] move : moves) {
            for (int entry : knowledge.rowsOf(move[0])) {
                visitor.accept(row(entry));
            }
        }
    }

    private void apply(int unknown, int by) {
        counts[unknown] += by;
        for (int entry : knowledge.rowsOf(unknown)) {
            int row = row(entry);
            values[row] += (long) sign(entry) * by;
            broken.set(row, distance(row, values[row]) > 0);
        }
    }

    private long distance(int row, long value) {
        long distance = distance(knowledge.interval(row), value);
        return row == aim ? distance + AIM_WEIGHT * distance(aimed, value) : distance;
    }

    private static long distance(Interval interval, long value) {
        return Math.max(0, Math.max(interval.low() - value, value - interval.high()));
    }

    private static int row(int entry) {
        return entry >= 0 ? entry : -1 - entry;
    }

    private static int sign(int entry) {
        return entry >= 0 ? 1 : -1;
    }
}
