package org.lamplight.areas;

/** Cell to small number, in two primitive arrays: built once, then read by any thread without boxing. */
final class CellMap {
    /** What a cell that is not in the map maps to. */
    static final int ABSENT = -1;

    // No cell is 0: its mode bits would be those of no index at all.
    private static final long EMPTY = 0;
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private final long[] keys;
    private final int[] values;
    private final int shift;

    /** An empty map that stays at most half full with so many cells. */
    CellMap(int cells) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, 2L * cells - 1));
        keys = new long[1 << bits];
        values = new int[1 << bits];
        shift = Long.SIZE - bits;
    }

    /** Adds a cell; false, and nothing changes, if it is there already. */
    boolean put(long cell, int value) {
        int slot = slot(cell);
        if (keys[slot] == cell) {
            return false;
        }
        keys[slot] = cell;
        values[slot] = value;
        return true;
    }

    /** The cell's value, or {@link #ABSENT}. */
    int get(long cell) {
        int slot = slot(cell);
        return cell != EMPTY && keys[slot] == cell ? values[slot] : ABSENT;
    }

    /** Where the cell is, or the empty slot where it would go. */
    private int slot(long cell) {
        int slot = (int) ((cell * GOLDEN_RATIO) >>> shift);
        while (keys[slot] != EMPTY && keys[slot] != cell) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}
