package org.lamplight.streams.surface;

import java.util.Arrays;
import java.util.BitSet;
import org.lamplight.streams.statistics.BenjaminiHochberg;
import org.lamplight.streams.statistics.GiStar;

/**
 * Where the incidents of one period gather more, or less, than chance would have them (Gi*). Depends on the counts of the
 * period alone. Cells go by their number on the grid.
 */
final class Concentration {
    private static final double SIGNIFICANT = 0.05;
    private static final int FEWEST_REPORTS = 3;

    private final int[] counts;
    private final int[] diskCounts;
    private final double[] z;
    private final double[] p;
    private final double[] q;
    private final BitSet hot = new BitSet();
    private final BitSet cold = new BitSet();

    Concentration(Disks disks, int[] counts) {
        this.counts = counts.clone();
        this.diskCounts = disks.sums(counts);
        int cells = counts.length;
        GiStar surface = new GiStar(Arrays.stream(counts).asLongStream().toArray(), disks.largest());
        z = new double[cells];
        p = new double[cells];
        double[] coldP = new double[cells];
        for (int cell = 0; cell < cells; cell++) {
            int size = disks.size(cell);
            z[cell] = surface.z(size, diskCounts[cell]);
            p[cell] = surface.atLeast(size, diskCounts[cell]);
            coldP[cell] = surface.atMost(size, diskCounts[cell]);
        }
        q = BenjaminiHochberg.adjust(p);
        double[] coldQ = BenjaminiHochberg.adjust(coldP);
        for (int cell = 0; cell < cells; cell++) {
            hot.set(cell, q[cell] <= SIGNIFICANT && diskCounts[cell] >= FEWEST_REPORTS);
            cold.set(cell, coldQ[cell] <= SIGNIFICANT);
        }
    }

    /** Whether it was computed from these counts. */
    boolean isOf(int[] others) {
        return Arrays.equals(counts, others);
    }

    /** Incidents of each disk; not to be changed. */
    int[] diskCounts() {
        return diskCounts;
    }

    /** Incidents of the force. */
    long inForce() {
        return Arrays.stream(counts).asLongStream().sum();
    }

    /** Standard score; NaN where it is not defined. */
    double z(int cell) {
        return z[cell];
    }

    /** P(so many in a disk of this size), if the counts lay at random. */
    double p(int cell) {
        return p[cell];
    }

    /** The same with all cells paid for. */
    double q(int cell) {
        return q[cell];
    }

    /** Significantly many, and not just one or two. */
    boolean isHot(int cell) {
        return hot.get(cell);
    }

    /** The cells that are. */
    BitSet hot() {
        return hot;
    }

    /** Significantly few. */
    boolean isCold(int cell) {
        return cold.get(cell);
    }
}
