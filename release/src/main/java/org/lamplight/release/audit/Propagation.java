package org.lamplight.release.audit;

import java.util.Arrays;

/**
 * Bounds on every unknown that follow from one row after the other, until nothing more follows. No point that meets the
 * rows lies outside, but not every value inside need be possible.
 */
final class Propagation {
    private static final int PASSES = 50;

    private final Knowledge knowledge;
    private final long[] low;
    private final long[] high;
    private boolean changed;

    private Propagation(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.low = new long[knowledge.unknowns()];
        this.high = new long[knowledge.unknowns()];
        Arrays.fill(high, Interval.UNBOUNDED);
    }

    static Propagation of(Knowledge knowledge) {
        Propagation bounds = new Propagation(knowledge);
        int pass = 0;
        do {
            bounds.changed = false;
            for (int row = 0; row < knowledge.rows(); row++) {
                bounds.narrowBy(row);
            }
        } while (bounds.changed && ++pass < PASSES);
        return bounds;
    }

    /** Values that a row cannot leave. */
    Interval range(int row) {
        long least = least(row);
        long greatest = Math.min(greatest(row), Interval.UNBOUNDED);
        return new Interval(least, greatest).and(knowledge.interval(row));
    }

    private void narrowBy(int row) {
        Interval interval = knowledge.interval(row);
        if (interval.high() < Interval.UNBOUNDED) {
            // Each term is at most its least value and what the others leave
            long room = interval.high() - least(row);
            for (int unknown : knowledge.plus(row)) {
                lower(unknown, low[unknown] + room);
            }
            for (int unknown : knowledge.minus(row)) {
                raise(unknown, high[unknown] - room);
            }
        }
        long need = interval.low() - greatest(row);
        for (int unknown : knowledge.plus(row)) {
            raise(unknown, high[unknown] + need);
        }
        for (int unknown : knowledge.minus(row)) {
            lower(unknown, low[unknown] - need);
        }
    }

    private void lower(int unknown, long bound) {
        if (bound < high[unknown]) {
            high[unknown] = bound;
            changed = true;
        }
    }

    private void raise(int unknown, long bound) {
        if (bound > low[unknown]) {
            low[unknown] = bound;
            changed = true;
        }
    }

    private long least(int row) {
        long sum = 0;
        for (int unknown : knowledge.plus(row)) {
            sum += low[unknown];
        }
        for (int unknown : knowledge.minus(row)) {
            sum -= high[unknown];
        }
        return sum;
    }

    private long greatest(int row) {
        long sum = 0;
        for (int unknown : knowledge.plus(row)) {
            sum += high[unknown];
        }
        for (int unknown : knowledge.minus(row)) {
            sum -= low[unknown];
        }
        return sum;
    }
}
