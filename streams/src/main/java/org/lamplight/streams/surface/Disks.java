package org.lamplight.streams.surface;

import java.util.stream.IntStream;

/** Sums over disks: a cell with its ring inside the force. Cells go by their number on the grid. */
final class Disks {
    private final Grid grid;
    private final int largest;

    Disks(Grid grid) {
        this.grid = grid;
        this.largest = IntStream.range(0, grid.size()).map(this::size).max().orElse(0);
    }

    /** Number of cells of a cell's disk. */
    int size(int cell) {
        return grid.ring(cell).length + 1;
    }

    /** The most cells a disk has. */
    int largest() {
        return largest;
    }

    /** A cell's disk. */
    IntStream cells(int cell) {
        return IntStream.concat(IntStream.of(cell), IntStream.of(grid.ring(cell)));
    }

    int[] sums(int[] counts) {
        int[] sums = new int[counts.length];
        for (int cell = 0; cell < counts.length; cell++) {
            int sum = counts[cell];
            for (int near : grid.ring(cell)) {
                sum += counts[near];
            }
            sums[cell] = sum;
        }
        return sums;
    }

    double[] sums(double[] values) {
        double[] sums = new double[values.length];
        for (int cell = 0; cell < values.length; cell++) {
            double sum = values[cell];
            for (int near : grid.ring(cell)) {
                sum += values[near];
            }
            sums[cell] = sum;
        }
        return sums;
    }
}
