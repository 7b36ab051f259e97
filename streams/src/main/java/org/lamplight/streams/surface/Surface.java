package org.lamplight.streams.surface;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lamplight.streams.arrivals.Arrivals;
import org.lamplight.streams.deltas.Delta;
import org.lamplight.streams.deltas.Series;
import org.lamplight.streams.statistics.DelayDistribution;

/** The histories of all cells of one series in memory, and the snapshot last computed. */
public final class Surface {
    private final Series series;
    private final Grid grid;
    private final Disks disks;
    private final Tallies tallies;
    private final Arrivals arrivals = new Arrivals();
    private final boolean overdispersion;
    private List<Concentration> periods = List.of();
    private Snapshot latest;
    private String[] alerts;

    /**
     * A surface without incidents.
     *
     * @param overdispersion whether the test for emergence allows for counts that vary more than its model says
     */
    public Surface(Series series, Grid grid, boolean overdispersion) {
        this.series = series;
        this.grid = grid;
        this.disks = grid.disks();
        this.tallies = new Tallies(grid.size());
        this.overdispersion = overdispersion;
    }

    Series series() {
        return series;
    }

    /** The cells. */
    public Grid grid() {
        return grid;
    }

    Disks disks() {
        return disks;
    }

    /** How late the series' incidents come in. */
    Arrivals arrivals() {
        return arrivals;
    }

    /** The snapshot last computed; null before the first. */
    Snapshot latest() {
        return latest;
    }

    /** The id of the alert that each cell belongs to, null for none; null before the first snapshot. */
    String[] alerts() {
        return alerts;
    }

    void put(String[] ids) {
        alerts = ids;
    }

    /** Puts back what the store knows of a day, an epoch day. */
    void restore(int firstDay, DayCounts counts) {
        counts.forEach((fine, days, count) -> add(fine, count, firstDay, firstDay + days - 1));
    }

    /** Adds a delta. */
    void add(Delta delta) {
        arrivals.add(delta);
        delta.cell()
                .ifPresent(fine ->
                        add(fine, delta.sign(), History.epochDay(delta.firstDay()), History.epochDay(delta.lastDay())));
    }

    /** Adds so many incidents that took these days to the cell of the grid in which one of resolution 10 lies. */
    private void add(long fine, int by, int firstDay, int lastDay) {
        int cell = grid.place(fine);
        if (cell != Grid.ABSENT) {
            tallies.add(cell, by, firstDay, lastDay);
        }
    }

    /** Adds so many incidents of one day to a cell of the grid. */
    public void add(int cell, int by, int day) {
        tallies.add(cell, by, day, day);
    }

    /** Whether it changed or a day began. */
    boolean isDue(int asOf) {
        return latest == null || tallies.isChanged() || latest.asOf() != asOf;
    }

    /** Computes it as of a day, an epoch day, which is the last that counts. */
    public Snapshot compute(int asOf) {
        tallies.tally(asOf);
        periods = periods();
        latest = new Snapshot(
                grid, disks, tallies, periods, new Change(disks, tallies, periods, overdispersion), completeness(asOf));
        return latest;
    }

    /** Share of the newest period's incidents that has arrived. */
    private double completeness(int asOf) {
        DelayDistribution delays = arrivals.distribution(LocalDate.ofEpochDay(asOf));
        return IntStream.range(0, Tallies.PERIOD)
                .mapToDouble(delays::completeness)
                .average()
                .orElseThrow();
    }

    /** Most periods are as they were: they are looked at again only where their counts have changed. */
    private List<Concentration> periods() {
        List<Concentration> current = new ArrayList<>();
        for (int period = 0; period < Tallies.PERIODS; period++) {
            int[] counts = tallies.periodCounts(period);
            boolean same = period < periods.size() && periods.get(period).isOf(counts);
            current.add(same ? periods.get(period) : new Concentration(disks, counts));
        }
        return current;
    }
}
