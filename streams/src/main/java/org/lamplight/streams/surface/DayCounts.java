package org.lamplight.streams.surface;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.kafka.common.serialization.Serde;
import org.lamplight.streams.deltas.Delta;
import org.lamplight.streams.state.Binary;

/**
 * How many incidents of a series began on one day, by the cell of resolution 10 in which they lie and by how many days they
 * took. Immutable.
 */
public final class DayCounts {
    /** No incident. */
    public static final DayCounts NONE = new DayCounts(new long[0], new int[0], new int[0]);

    private static final int VERSION = 3;

    /** Cells, days and counts of one span after another, ascending; no count is 0. */
    private final long[] cells;

    private final int[] days;
    private final int[] counts;

    /** What incidents that began on the same day are told apart by. */
    private record Span(long cell, int days) implements Comparable<Span> {
        private static final Comparator<Span> ORDER =
                Comparator.comparingLong(Span::cell).thenComparingInt(Span::days);

        static Span of(Delta delta) {
            return new Span(
                    delta.cell().orElseThrow(),
                    History.epochDay(delta.lastDay()) - History.epochDay(delta.firstDay()) + 1);
        }

        @Override
        public int compareTo(Span other) {
            return ORDER.compare(this, other);
        }
    }

    /** Receives what is counted. */
    @FunctionalInterface
    interface Reader {
        void read(long cell, int days, int count);
    }

    private DayCounts(long[] cells, int[] days, int[] counts) {
        this.cells = cells;
        this.days = days;
        this.counts = counts;
    }

    /** Whether nothing is left. */
    boolean isEmpty() {
        return cells.length == 0;
    }

    /** Incidents in a cell that took no other day. */
    public int within(long cell) {
        int at = Arrays.binarySearch(cells, cell);
        while (at > 0 && cells[at - 1] == cell) {
            at--;
        }
        return at >= 0 && days[at] == 1 ? counts[at] : 0;
    }

    /** Names everything that is counted. */
    void forEach(Reader reader) {
        for (int at = 0; at < cells.length; at++) {
            reader.read(cells[at], days[at], counts[at]);
        }
    }

    /**
     * These counts after deltas of the day, all of which have a cell.
     *
     * @throws IllegalStateException if fewer than no incidents would be left: deltas were lost or repeated
     */
    DayCounts plus(Collection<Delta> deltas) {
        NavigableMap<Span, Integer> changes = new TreeMap<>();
        deltas.forEach(delta -> changes.merge(Span.of(delta), delta.sign(), Integer::sum));
        Merge merge = new Merge(cells.length + changes.size());
        changes.forEach(merge::change);
        return merge.rest();
    }

    /** These counts and changes to them, both in ascending order, on their way into new ones. */
    private final class Merge {
        private final long[] mergedCells;
        private final int[] mergedDays;
        private final int[] mergedCounts;
        private int at;
        private int size;

        Merge(int most) {
            mergedCells = new long[most];
            mergedDays = new int[most];
            mergedCounts = new int[most];
        }

        void change(Span span, int by) {
            while (at < cells.length && next().compareTo(span) < 0) {
                add(next(), counts[at++]);
            }
            boolean known = at < cells.length && next().equals(span);
            add(span, (known ? counts[at++] : 0) + by);
        }

        DayCounts rest() {
            while (at < cells.length) {
                add(next(), counts[at++]);
            }
            return new DayCounts(
                    Arrays.copyOf(mergedCells, size),
                    Arrays.copyOf(mergedDays, size),
                    Arrays.copyOf(mergedCounts, size));
        }

        private Span next() {
            return new Span(cells[at], days[at]);
        }

        private void add(Span span, int count) {
            if (count < 0) {
                throw new IllegalStateException(
                        "A cell would hold fewer than no incidents: deltas were lost or repeated.");
            }
            if (count > 0) {
                mergedCells[size] = span.cell();
                mergedDays[size] = span.days();
                mergedCounts[size++] = count;
            }
        }
    }

    /** Their serde. */
    static Serde<DayCounts> serde() {
        return Binary.serde(VERSION, DayCounts::write, DayCounts::read);
    }

    private static void write(DayCounts counts, BinaryEncoder out) throws IOException {
        long previous = 0;
        out.writeInt(counts.cells.length);
        for (int at = 0; at < counts.cells.length; at++) {
            out.writeLong(counts.cells[at] - previous);
            out.writeInt(counts.days[at]);
            out.writeInt(counts.counts[at]);
            previous = counts.cells[at];
        }
    }

    private static DayCounts read(BinaryDecoder in) throws IOException {
        int size = in.readInt();
        DayCounts counts = new DayCounts(new long[size], new int[size], new int[size]);
        long previous = 0;
        for (int at = 0; at < size; at++) {
            previous += in.readLong();
            counts.cells[at] = previous;
            counts.days[at] = in.readInt();
            counts.counts[at] = in.readInt();
        }
        return counts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DayCounts that
                && Arrays.equals(cells, that.cells)
                && Arrays.equals(days, that.days)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return (Arrays.hashCode(cells) * 31 + Arrays.hashCode(days)) * 31 + Arrays.hashCode(counts);
    }
}
