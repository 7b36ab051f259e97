package org.lamplight.streams.surface;

import java.util.Arrays;
import org.lamplight.streams.deltas.Delta;
import org.lamplight.streams.deltas.Series;

/** The histories of all cells of one series in memory, and the snapshot last sent. */
final class Surface {
    private final Series series;
    private final Grid grid;
    private final History[] histories;
    private boolean changed = true;
    private long computedAt = Long.MIN_VALUE;
    private Snapshot latest;

    Surface(Series series, Grid grid) {
        this.series = series;
        this.grid = grid;
        this.histories = new History[grid.size()];
        Arrays.fill(histories, History.EMPTY);
    }

    Series series() {
        return series;
    }

    Grid grid() {
        return grid;
    }

    /** The snapshot last computed; null before the first. */
    Snapshot latest() {
        return latest;
    }

    /** Puts back what the store knows of a cell of resolution 10. */
    void restore(long fine, History history) {
        int cell = grid.place(fine);
        if (cell != Grid.ABSENT) {
            histories[cell] = histories[cell].plus(history);
        }
    }

    /** Adds a delta in a cell of resolution 10. */
    void add(long fine, Delta delta) {
        int cell = grid.place(fine);
        if (cell != Grid.ABSENT) {
            histories[cell] = histories[cell].plus(delta);
            changed = true;
        }
    }

    /** Whether it changed or a day began, and it was not computed less than {@code interval} ms ago. */
    boolean isDue(int asOf, long now, long interval) {
        boolean stale = changed || latest.asOf() != asOf;
        return stale && (latest == null || now - computedAt >= interval);
    }

    /** Computes it anew. */
    Snapshot compute(int asOf, long now) {
        changed = false;
        computedAt = now;
        latest = new Snapshot(grid, histories, asOf);
        return latest;
    }
}
