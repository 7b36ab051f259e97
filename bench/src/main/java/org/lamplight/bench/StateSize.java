package org.lamplight.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.lamplight.areas.AreaBook;
import org.lamplight.streams.deltas.Series;
import org.lamplight.streams.rules.Resolutions;
import org.lamplight.streams.surface.Grid;
import org.lamplight.streams.surface.Surface;
import org.lamplight.streams.trend.SeriesTrend;

/**
 * How large the state of a county is after two years of 500 reports a day in ten categories: what the heap grows by, and what
 * each store holds.
 */
public final class StateSize {
    private static final int REPORTS_A_DAY = 500;
    private static final int IN_EACH_CATEGORY = 125;
    private static final double MEBIBYTE = 1 << 20;
    /** Of four in a row, one of the serial collector leaves nothing that is dead where it is. */
    private static final int COLLECTIONS = 4;

    private StateSize() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        System.out.printf("%n| state | where | MiB |%n|---|---|---:|%n");
        print("histories and statistics of 10 surfaces", "heap", heap(StateSize::surfaces));
        print("counts and statistics of 10 x 132 trends", "heap", heap(StateSize::trends));
        stores().forEach((store, bytes) -> print(store, "store", bytes));
    }

    /** The surfaces, computed. */
    static List<Surface> surfaces() {
        AreaBook book = AreaBook.northamptonshire();
        Grid grid = Grid.of(book, 8);
        MadeUpReports reports = new MadeUpReports(grid.size(), 7.0 * IN_EACH_CATEGORY);
        List<Surface> surfaces = new ArrayList<>();
        for (int category = 0; category < TrendBenchmark.CATEGORIES; category++) {
            Surface surface = new Surface(new Series(book.force(), "category-" + category), grid, true);
            for (int day = MadeUpReports.FIRST_DAY; day <= MadeUpReports.LAST_DAY; day++) {
                for (int cell : reports.of(day)) {
                    surface.add(cell, 1, day);
                }
            }
            surface.compute(MadeUpReports.LAST_DAY);
            surfaces.add(surface);
        }
        return surfaces;
    }

    /** The counts, and what follows from them: the latest, and what was last sent. */
    private static Map<String, Object> trends() {
        TrendBenchmark trends = new TrendBenchmark();
        trends.load = IN_EACH_CATEGORY;
        trends.setUp();
        List<SeriesTrend> latest = trends.statistics();
        List<SeriesTrend> sent = trends.statistics();
        return new TreeMap<>(Map.of("counts", trends, "latest", latest, "sent", sent));
    }

    private static Map<String, Long> stores() {
        try (County county = new County(REPORTS_A_DAY, Resolutions.DEFAULT)) {
            for (int day = MadeUpReports.FIRST_DAY; day <= MadeUpReports.LAST_DAY; day++) {
                county.takeIn(day);
                county.drain();
            }
            county.drift();
            county.drain();
            return county.stored();
        }
    }

    /** By how much more is in use after a collection while the result is held; the area book is in it. */
    private static long heap(Supplier<?> state) {
        long before = used();
        Object held = state.get();
        long after = used();
        if (held == null) {
            throw new IllegalStateException("There is nothing to measure.");
        }
        return after - before;
    }

    /** Bytes of the heap in use after a collection. */
    static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void print(String state, String where, long bytes) {
        System.out.printf(Locale.ROOT, "| %s | %s | %.1f |%n", state, where, bytes / MEBIBYTE);
    }
}
