package org.lamplight.release.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lamplight.release.rules.Rounding;

/** Against enumeration of every point of tiny tables: rows of up to three, two categories of which one is a part, totals. */
class AuditorPropertyTest {
    private static final int TABLES = 400;
    private static final Need FOUR = new Need(4, 0);
    private static final Rounding ROUNDING = new Rounding(5, 5);

    @Test
    void shouldFindTheRangesOfEnumeration() {
        Random random = new Random(20261122);
        int disclosed = 0;
        for (int i = 0; i < TABLES; i++) {
            Tiny tiny = new Tiny(random);
            long[][] ranges = tiny.enumerate();
            Auditor auditor = new Auditor(tiny.knowledge, tiny.truth, i);
            for (int row = 0; row < tiny.cells; row++) {
                Interval exact = new Interval(ranges[row][0], ranges[row][1]);

                assertThat(IntegerProgram.exact(tiny.knowledge, row)).isEqualTo(exact);
                assertThat(auditor.protects(row, FOUR)).isEqualTo(exact.values() >= 4);
                disclosed += exact.values() < 4 ? 1 : 0;
            }
        }
        assertThat(disclosed).as("disclosures among the tables").isGreaterThan(TABLES / 10);
    }

    @Test
    void shouldGiveTheSameAnswersForTheSameSeed() {
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            Tiny tiny = new Tiny(random);
            Witnesses one = new Witnesses(tiny.knowledge, tiny.truth, 3);
            Witnesses two = new Witnesses(tiny.knowledge, tiny.truth, 3);
            for (int row = 0; row < tiny.cells; row++) {
                one.widen(row, FOUR);
                two.widen(row, FOUR);
                assertThat(one.range(row)).isEqualTo(two.range(row));
            }
        }
    }

    /** A table of wards by two categories, the second a part of the first, with totals. */
    private static final class Tiny {
        final Knowledge knowledge = new Knowledge();
        final long[] truth;
        final int cells;

        Tiny(Random random) {
            int wards = 2 + random.nextInt(2);
            truth = new long[2 * wards];
            for (int ward = 0; ward < wards; ward++) {
                truth[2 * ward] = random.nextInt(9);
                truth[2 * ward + 1] = random.nextInt((int) truth[2 * ward] + 1);
            }
            IntStream.range(0, truth.length).forEach(i -> knowledge.unknown());
            for (int i = 0; i < truth.length; i++) {
                know(random, i);
            }
            for (int category = 0; category < 2; category++) {
                int first = category;
                know(
                        random,
                        IntStream.range(0, wards).map(ward -> 2 * ward + first).toArray());
            }
            cells = knowledge.rows();
            for (int ward = 0; ward < wards; ward++) {
                knowledge.difference(new int[] {2 * ward}, new int[] {2 * ward + 1}, Interval.ANY);
            }
        }

        private void know(Random random, int... of) {
            long value = IntStream.of(of).mapToLong(i -> truth[i]).sum();
            boolean exact = random.nextInt(6) == 0;
            long released = ROUNDING.released(value, 0);
            knowledge.sum(
                    of,
                    ROUNDING.hides(value, 0)
                            ? new Interval(0, 4)
                            : exact
                                    ? new Interval(value, value)
                                    : new Interval(ROUNDING.lowest(released), ROUNDING.highest(released)));
        }

        long[][] enumerate() {
            long[][] ranges = new long[cells][];
            enumerate(new long[truth.length], 0, ranges);
            return ranges;
        }

        private void enumerate(long[] point, int from, long[][] ranges) {
            if (from == point.length) {
                if (knowledge.metBy(point)) {
                    for (int row = 0; row < cells; row++) {
                        long value = knowledge.value(row, point);
                        ranges[row] = ranges[row] == null
                                ? new long[] {value, value}
                                : new long[] {Math.min(ranges[row][0], value), Math.max(ranges[row][1], value)};
                    }
                }
                return;
            }
            Interval interval = knowledge.interval(from);
            for (long count = interval.low(); count <= interval.high(); count++) {
                point[from] = count;
                enumerate(point, from + 1, ranges);
            }
        }
    }
}
