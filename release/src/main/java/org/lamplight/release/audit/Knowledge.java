package org.lamplight.release.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a reader knows of counts that are whole and not negative: that sums and differences of them lie in intervals. A
 * linear system; its rows can be loosened, never tightened, so that a point which met it goes on to meet it.
 */
public final class Knowledge {
    private final List<int[]> plus = new ArrayList<>();
    private final List<int[]> minus = new ArrayList<>();
    private final List<Interval> intervals = new ArrayList<>();
    private int unknowns;
    private int[][] rowsOf = {};

    /** Adds an unknown count. */
    public int unknown() {
        return unknowns++;
    }

    /** Adds that the sum of some unknowns lies in an interval. */
    public int sum(int[] of, Interval interval) {
        return difference(of, new int[0], interval);
    }

    /** Adds that the sum of some unknowns minus that of others lies in an interval. */
    public int difference(int[] of, int[] less, Interval interval) {
        plus.add(of);
        minus.add(less);
        intervals.add(interval);
        rowsOf = new int[0][];
        return intervals.size() - 1;
    }

    /** Takes back some of what is known. */
    public void loosen(int row, Interval interval) {
        Interval before = intervals.get(row);
        if (interval.low() > before.low() || interval.high() < before.high()) {
            throw new IllegalArgumentException("A row can only be loosened.");
        }
        intervals.set(row, interval);
    }

    /** Number of unknowns. */
    public int unknowns() {
        return unknowns;
    }

    /** Number of rows. */
    public int rows() {
        return intervals.size();
    }

    /** The interval of a row. */
    public Interval interval(int row) {
        return intervals.get(row);
    }

    /** The value of a row at a point. */
    public long value(int row, long[] point) {
        return total(plus.get(row), point) - total(minus.get(row), point);
    }

    /** Whether a point meets every row. */
    public boolean metBy(long[] point) {
        for (int row = 0; row < rows(); row++) {
            if (!intervals.get(row).holds(value(row, point))) {
                return false;
            }
        }
        return Arrays.stream(point).allMatch(count -> count >= 0);
    }

    int[] plus(int row) {
        return plus.get(row);
    }

    int[] minus(int row) {
        return minus.get(row);
    }

    /** The rows that an unknown is in: r where it is added, -1-r where it is subtracted. */
    int[] rowsOf(int unknown) {
        if (rowsOf.length < unknowns) {
            rowsOf = index();
        }
        return rowsOf[unknown];
    }

    private int[][] index() {
        List<List<Integer>> of = new ArrayList<>();
        for (int i = 0; i < unknowns; i++) {
            of.add(new ArrayList<>());
        }
        for (int row = 0; row < rows(); row++) {
            for (int unknown : plus.get(row)) {
                of.get(unknown).add(row);
            }
            for (int unknown : minus.get(row)) {
                of.get(unknown).add(-1 - row);
            }
        }
        return of.stream()
                .map(rows -> rows.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private static long total(int[] unknowns, long[] point) {
        long total = 0;
        for (int unknown : unknowns) {
            total += point[unknown];
        }
        return total;
    }
}
