package org.lamplight.streams.surface;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.lamplight.schemas.AlertStatus;
import org.lamplight.schemas.EmergingClass;
import org.lamplight.streams.rules.Intensity;
import org.lamplight.streams.statistics.EmergingClasses;

/**
 * What follows from the histories of a grid's cells on one day. Immutable. Cells go by their number on the grid.
 *
 * <p>Two kinds of answer are kept apart: what is true of a cell's own counts, and the probabilities, which move a little in
 * every cell whenever there is a report anywhere ({@link #sameOwn}).
 */
public final class Snapshot {
    /** Lengths of the windows in days; each ends with, and includes, the last day counted. */
    public static final List<Integer> WINDOWS = Tallies.WINDOWS;
    /** Only so many cells have a rank: in the long tail it would change with every report, and say nothing. */
    static final int RANKED = 100;

    private static final int UNRANKED = 0;
    private static final double NEARLY_COMPLETE = 0.9;

    private final int asOf;
    private final boolean[] present;
    private final int[][] cellCounts;
    private final int[][] diskCounts;
    private final double[] intensity;
    private final int[] rank;
    private final Concentration concentration;
    private final Change change;
    private final double completeness;
    private final EmergingClass[] classes;

    /**
     * Computes it.
     *
     * @param tallies up to date
     * @param periods where incidents gathered in each of the {@link Tallies#PERIODS}, the newest first
     * @param change as of the same day
     * @param completeness share of the newest period's incidents that has arrived
     */
    Snapshot(Grid grid, Disks disks, Tallies tallies, List<Concentration> periods, Change change, double completeness) {
        this.asOf = tallies.asOf();
        this.concentration = periods.get(0);
        this.change = change;
        this.completeness = completeness;
        present = present(grid, tallies);
        cellCounts = IntStream.range(0, WINDOWS.size())
                .mapToObj(window -> tallies.windowCounts(window).clone())
                .toArray(int[][]::new);
        diskCounts = Arrays.stream(cellCounts).map(disks::sums).toArray(int[][]::new);
        intensity = intensity(disks, tallies.decayed());
        rank = rank(intensity);
        classes = classes(tallies, periods);
    }

    /** The last day counted, as epoch day. */
    public int asOf() {
        return asOf;
    }

    /** Whether the cell or its ring has had any incident at all. */
    boolean isPresent(int cell) {
        return present[cell];
    }

    /** Incidents in the cell, in a window of {@link #WINDOWS}. */
    public int cellCount(int window, int cell) {
        return cellCounts[window][cell];
    }

    /** Incidents in the cell and its ring, in a window of {@link #WINDOWS}. */
    public int diskCount(int window, int cell) {
        return diskCounts[window][cell];
    }

    /** Long-memory score. */
    public double intensity(int cell) {
        return intensity[cell];
    }

    /** Place by intensity, from 1; empty beyond {@link #RANKED}. */
    OptionalInt rank(int cell) {
        return rank[cell] == UNRANKED ? OptionalInt.empty() : OptionalInt.of(rank[cell]);
    }

    /** Gi* over the newest 28 days; NaN where it is not defined. */
    public double giZ(int cell) {
        return concentration.z(cell);
    }

    /** Its exact p-value. */
    public double giP(int cell) {
        return concentration.p(cell);
    }

    /** Its p-value with all cells paid for. */
    public double giQ(int cell) {
        return concentration.q(cell);
    }

    /** Whether the newest 28 days are significantly hot. */
    public boolean isHot(int cell) {
        return concentration.isHot(cell);
    }

    /** P of a rise in a window of {@link #WINDOWS}; NaN while the past is too short. */
    public double emergenceP(int window, int cell) {
        return change.p(window, cell);
    }

    /** Incidents that a disk's past share lets expect in a window; NaN while the past is too short. */
    public double expected(int window, int cell) {
        return change.expected(window, cell);
    }

    /** The smallest p of the windows, with the windows paid for. */
    public double emergenceP(int cell) {
        return change.adjusted(cell);
    }

    /** The same with all cells paid for. */
    public double emergenceQ(int cell) {
        return change.q(cell);
    }

    /** Whether that calls for attention. */
    public AlertStatus status(int cell) {
        return change.status(cell);
    }

    /** P(the disk's rate is above twice the force's average); NaN while the past is too short. */
    double above(int cell) {
        return change.above(cell);
    }

    /** Different days on which the incidents of the disk's longest window began. */
    int days(int cell) {
        return change.days(cell);
    }

    /** Incidents of the force in a window over what its own past lets expect; NaN while that is too short. */
    double forceRatio(int window) {
        return change.forceRatio(window);
    }

    /** Incidents of the force in a window. */
    long forceCount(int window) {
        return change.forceCount(window);
    }

    /** Whether the category is old enough to be tested for emergence. */
    boolean hasHistory() {
        return change.hasHistory();
    }

    /** How much more shares vary than the model says. */
    public double dispersion() {
        return change.dispersion();
    }

    /** What kind of hot spot the cell has been; empty while the category is too young. */
    Optional<EmergingClass> emergingClass(int cell) {
        return Optional.ofNullable(classes[cell]);
    }

    /** Share of the newest 28 days' incidents that has arrived. */
    double completeness() {
        return completeness;
    }

    /** Whether too little of it has arrived for the class to be final. */
    boolean isProvisional() {
        return completeness < NEARLY_COMPLETE;
    }

    /** Whether a cell's own counts, its score, and what they amount to are the same on both snapshots. */
    boolean sameOwn(Snapshot other, int cell) {
        // A new day changes every score: that is drift.
        return (asOf != other.asOf || intensity[cell] == other.intensity[cell])
                && present[cell] == other.present[cell]
                && rank[cell] == other.rank[cell]
                && status(cell) == other.status(cell)
                && classes[cell] == other.classes[cell]
                && sameCounts(cellCounts, other.cellCounts, cell)
                && sameCounts(diskCounts, other.diskCounts, cell);
    }

    private static boolean sameCounts(int[][] counts, int[][] others, int cell) {
        // A loop: it is asked of every cell whenever one has changed, and a stream for each took as long as Gi*.
        for (int window = 0; window < counts.length; window++) {
            if (counts[window][cell] != others[window][cell]) {
                return false;
            }
        }
        return true;
    }

    private static boolean[] present(Grid grid, Tallies tallies) {
        boolean[] present = new boolean[tallies.size()];
        for (int cell = 0; cell < present.length; cell++) {
            if (tallies.hasIncidents(cell)) {
                present[cell] = true;
                for (int near : grid.ring(cell)) {
                    present[near] = true;
                }
            }
        }
        return present;
    }

    private static double[] intensity(Disks disks, double[] own) {
        double[] intensity = disks.sums(own);
        for (int cell = 0; cell < intensity.length; cell++) {
            intensity[cell] = Intensity.of(own[cell], intensity[cell] - own[cell]);
        }
        return intensity;
    }

    private static int[] rank(double[] intensity) {
        double[] sorted = intensity.clone();
        Arrays.sort(sorted);
        double least = sorted[Math.max(0, sorted.length - RANKED)];
        // The sort is stable and cells are in ascending order, so ties go by cell id.
        int[] best = IntStream.range(0, intensity.length)
                .filter(cell -> intensity[cell] > 0 && intensity[cell] >= least)
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

    private static EmergingClass[] classes(Tallies tallies, List<Concentration> periods) {
        EmergingClass[] classes = new EmergingClass[tallies.size()];
        int firstDayNeeded = tallies.lastDayOf(periods.size() - 1) - Tallies.PERIOD + 1;
        if (tallies.firstDay() <= firstDayNeeded) {
            Arrays.fill(classes, EmergingClass.NONE);
            BitSet everHot = new BitSet();
            periods.forEach(period -> everHot.or(period.hot()));
            everHot.stream().forEach(cell -> classes[cell] = emergingClass(periods, cell));
        }
        return classes;
    }

    private static EmergingClass emergingClass(List<Concentration> newestFirst, int cell) {
        int windows = newestFirst.size();
        double[] z = new double[windows];
        boolean[] hot = new boolean[windows];
        boolean[] cold = new boolean[windows];
        for (int period = 0; period < windows; period++) {
            int window = windows - 1 - period;
            z[window] = newestFirst.get(period).z(cell);
            hot[window] = newestFirst.get(period).isHot(cell);
            cold[window] = newestFirst.get(period).isCold(cell);
        }
        return EmergingClasses.of(z, hot, cold);
    }
}
