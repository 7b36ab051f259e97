package org.lamplight.streams.surface;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Sums over disks: a cell with its ring inside the force. Cells go by their number on the grid. Immutable. */
final class Disks {
    /** The neighbours of all cells one after another, because following a pointer for each cell takes longer than adding. */
    private final int[] near;
    /** Where those of each cell begin; one more for the end. */
    private final int[] from;

    private final int largest;

    /** The disks of cells whose neighbours are given. */
    Disks(int[][] rings) {
        near = Arrays.stream(rings).flatMapToInt(Arrays::stream).toArray();
        from = new int[rings.length + 1];
        for (int cell = 0; cell < rings.length; cell++) {
            from[cell + 1] = from[cell] + rings[cell].length;
        }
        largest = IntStream.range(0, rings.length).map(this::size).max().orElse(0);
    }

    /** Number of cells of a cell's disk. */
    int size(int cell) {
        return from[cell + 1] - from[cell] + 1;
    }

    /** The most cells a disk has. */
    int largest() {
        return largest;
    }

    /** A cell's disk. */
    IntStream cells(int cell) {
        return IntStream.concat(IntStream.of(cell), Arrays.stream(near, from[cell], from[cell + 1]));
    }

    int[] sums(int[] counts) {
        int[] sums = new int[counts.length];
        for (int cell = 0; cell < counts.length; cell++) {
            int sum = counts[cell];
            for (int i = from[cell]; i < from[cell + 1]; i++) {
                sum += counts[near[i]];
            }
            sums[cell] = sum;
        }
        return sums;
    }

    double[] sums(double[] values) {
        double[] sums = new double[values.length];
        for (int cell = 0; cell < values.length; cell++) {
            double sum = values[cell];
            for (int i = from[cell]; i < from[cell + 1]; i++) {
                sum += values[near[i]];
            }
            sums[cell] = sum;
        }
        return sums;
    }
}
