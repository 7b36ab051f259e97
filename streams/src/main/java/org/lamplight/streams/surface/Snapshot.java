package org.lamplight.streams.surface;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.lamplight.streams.rules.Intensity;

/** What follows from the histories of a grid's cells on one day. Cells go by their number on the grid. */
final class Snapshot {
    /** Lengths of the windows in days; each ends with, and includes, the last day counted. */
    static final List<Integer> WINDOWS = List.of(7, 28, 56);
    /** Only so many cells have a rank: in the long tail it would change with every report, and say nothing. */
    static final int RANKED = 100;

    private static final int UNRANKED = 0;

    private final int asOf;
    private final boolean[] present;
    private final int[][] cellCounts;
    private final int[][] diskCounts;
    private final double[] intensity;
    private final int[] rank;

    /** Computes it; {@code asOf} is the last day counted, as epoch day. */
    Snapshot(Grid grid, History[] histories, int asOf) {
        this.asOf = asOf;
        present = present(grid, histories);
        cellCounts = cellCounts(histories, asOf);
        diskCounts = diskCounts(grid, cellCounts);
        intensity = intensity(grid, histories, asOf);
        rank = rank(intensity);
    }

    /** The last day counted, as epoch day. */
    int asOf() {
        return asOf;
    }

    /** Whether the cell or its ring has had any incident at all. */
    boolean isPresent(int cell) {
        return present[cell];
    }

    /** Incidents in the cell, in a window of {@link #WINDOWS}. */
    int cellCount(int window, int cell) {
        return cellCounts[window][cell];
    }

    /** Incidents in the cell and its ring, in a window of {@link #WINDOWS}. */
    int diskCount(int window, int cell) {
        return diskCounts[window][cell];
    }

    /** Long-memory score. */
    double intensity(int cell) {
        return intensity[cell];
    }

    /** Place by intensity, from 1; empty beyond {@link #RANKED}. */
    OptionalInt rank(int cell) {
        return rank[cell] == UNRANKED ? OptionalInt.empty() : OptionalInt.of(rank[cell]);
    }

    /** Whether a cell has the same row on both snapshots. */
    boolean sameRow(Snapshot other, int cell) {
        return asOf == other.asOf
                && present[cell] == other.present[cell]
                && rank[cell] == other.rank[cell]
                && intensity[cell] == other.intensity[cell]
                && sameCounts(cellCounts, other.cellCounts, cell)
                && sameCounts(diskCounts, other.diskCounts, cell);
    }

    private static boolean sameCounts(int[][] counts, int[][] others, int cell) {
        return IntStream.range(0, counts.length).allMatch(window -> counts[window][cell] == others[window][cell]);
    }

    private static boolean[] present(Grid grid, History[] histories) {
        boolean[] present = new boolean[histories.length];
        for (int cell = 0; cell < histories.length; cell++) {
            present[cell] = !histories[cell].isEmpty()
                    || IntStream.of(grid.ring(cell)).anyMatch(near -> !histories[near].isEmpty());
        }
        return present;
    }

    private static int[][] cellCounts(History[] histories, int asOf) {
        int[][] counts = new int[WINDOWS.size()][histories.length];
        for (int window = 0; window < counts.length; window++) {
            int from = asOf - WINDOWS.get(window) + 1;
            for (int cell = 0; cell < histories.length; cell++) {
                counts[window][cell] = histories[cell].within(from, asOf);
            }
        }
        return counts;
    }

    private static int[][] diskCounts(Grid grid, int[][] cellCounts) {
        int[][] counts = new int[cellCounts.length][grid.size()];
        for (int window = 0; window < counts.length; window++) {
            for (int cell = 0; cell < grid.size(); cell++) {
                counts[window][cell] = cellCounts[window][cell];
                for (int near : grid.ring(cell)) {
                    counts[window][cell] += cellCounts[window][near];
                }
            }
        }
        return counts;
    }

    private static double[] intensity(Grid grid, History[] histories, int asOf) {
        double[] own = new double[histories.length];
        for (int cell = 0; cell < own.length; cell++) {
            own[cell] = histories[cell].decayed(asOf);
        }
        double[] intensity = new double[own.length];
        for (int cell = 0; cell < own.length; cell++) {
            double ring = 0;
            for (int near : grid.ring(cell)) {
                ring += own[near];
            }
            intensity[cell] = Intensity.of(own[cell], ring);
        }
        return intensity;
    }

    private static int[] rank(double[] intensity) {
        // The sort is stable and cells are in ascending order, so ties go by cell id.
        int[] best = IntStream.range(0, intensity.length)
                .filter(cell -> intensity[cell] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(cell -> -intensity[cell]))
                .limit(RANKED)
                .mapToInt(Integer::intValue)
                .toArray();
        int[] rank = new int[intensity.length];
        for (int place = 0; place < best.length; place++) {
            rank[best[place]] = place + 1;
        }
        return rank;
    }
}
