package org.lamplight.release.audit;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.IntStream;

/** The unknowns that have most to do with a row: its own, then those of rows that share some with it, short rows first. */
final class Neighbourhood {
    /** Rows with more room than this need no other counts to make up for a change. */
    private static final long NEAR = 8;

    private Neighbourhood() {}

    static BitSet of(Knowledge knowledge, int row, long[] truth, int limit) {
        BitSet near = new BitSet();
        BitSet seen = new BitSet();
        Deque<Integer> rows = new ArrayDeque<>();
        seen.set(row);
        rows.add(row);
        while (!rows.isEmpty() && near.cardinality() < limit) {
            int[] unknowns = unknowns(knowledge, rows.remove());
            Arrays.stream(unknowns).forEach(near::set);
            Arrays.stream(unknowns)
                    .flatMap(unknown -> Arrays.stream(knowledge.rowsOf(unknown)))
                    .map(entry -> entry >= 0 ? entry : -1 - entry)
                    .distinct()
                    .filter(other -> !seen.get(other) && isNearAnEnd(knowledge, other, truth))
                    .boxed()
                    .sorted(Comparator.comparing(other -> unknowns(knowledge, other).length))
                    .forEach(other -> {
                        seen.set(other);
                        rows.add(other);
                    });
        }
        return near;
    }

    /** Whether small moves could take a row out of its interval. */
    private static boolean isNearAnEnd(Knowledge knowledge, int row, long[] truth) {
        Interval interval = knowledge.interval(row);
        long value = knowledge.value(row, truth);
        return Math.min(value - interval.low(), interval.high() - value) < NEAR;
    }

    private static int[] unknowns(Knowledge knowledge, int row) {
        return IntStream.concat(Arrays.stream(knowledge.plus(row)), Arrays.stream(knowledge.minus(row)))
                .toArray();
    }
}
