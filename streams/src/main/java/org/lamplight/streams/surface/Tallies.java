package org.lamplight.streams.surface;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.PeriodKind;

/**
 * What each cell of a grid has had, window by window, as of a day. Only cells that changed since the last look are
 * tallied again, and all of them when the day has changed. Cells go by their number on the grid, days are epoch days.
 */
final class Tallies {
    /** Lengths of the windows in days; each ends with, and includes, the day as of which is tallied. */
    static final List<Integer> WINDOWS = List.of(7, 28, 56);
    /** Length in days of the periods that follow upon each other without overlap, the newest ending as of the day. */
    static final int PERIOD = 28;
    /** How many such periods are looked back upon. */
    static final int PERIODS = 13;

    private final Years[] histories;
    private final BitSet changed;
    private final int[][] windowCounts;
    private final int[][] periodCounts;
    private final double[] decayed;
    private final double[][] decayedBeforeWindow;
    private final double[][] decayedBeforePeriod;
    private int asOf;

    Tallies(int cells) {
        histories = new Years[cells];
        Arrays.setAll(histories, cell -> new Years());
        changed = new BitSet(cells);
        changed.set(0, cells);
        windowCounts = new int[WINDOWS.size()][cells];
        periodCounts = new int[PERIODS][cells];
        decayed = new double[cells];
        decayedBeforeWindow = new double[WINDOWS.size()][cells];
        decayedBeforePeriod = new double[PERIODS][cells];
    }

    /** Number of cells. */
    int size() {
        return histories.length;
    }

    /** So many incidents more (or, if negative, less) that took these days. */
    void add(int cell, int by, int firstDay, int lastDay) {
        histories[cell].add(by, firstDay, lastDay);
        changed.set(cell);
    }

    /** Whether a cell has had any, ever. */
    boolean hasIncidents(int cell) {
        return histories[cell].firstDay() != History.NO_DAY;
    }

    boolean isChanged() {
        return !changed.isEmpty();
    }

    /** Brings the tallies up to date. */
    void tally(int day) {
        if (day != asOf) {
            asOf = day;
            changed.set(0, histories.length);
        }
        changed.stream().forEach(this::tallyCell);
        changed.clear();
    }

    private void tallyCell(int cell) {
        Years history = histories[cell];
        decayed[cell] = history.decayed(asOf);
        for (int window = 0; window < windowCounts.length; window++) {
            int before = asOf - WINDOWS.get(window);
            windowCounts[window][cell] = history.within(before + 1, asOf);
            decayedBeforeWindow[window][cell] = history.decayed(before);
        }
        for (int period = 0; period < PERIODS; period++) {
            int last = lastDayOf(period);
            periodCounts[period][cell] = history.within(last - PERIOD + 1, last);
            decayedBeforePeriod[period][cell] = history.decayed(last - PERIOD);
        }
    }

    /** The last day of a period; period 0 is the newest. */
    int lastDayOf(int period) {
        return asOf - period * PERIOD;
    }

    /** The day as of which was tallied. */
    int asOf() {
        return asOf;
    }

    /** Incidents of each cell in a window of {@link #WINDOWS}. */
    int[] windowCounts(int window) {
        return windowCounts[window];
    }

    /** Incidents of each cell in a period; 0 is the newest. */
    int[] periodCounts(int period) {
        return periodCounts[period];
    }

    /** Decayed count of each cell. */
    double[] decayed() {
        return decayed;
    }

    /** Decayed count of each cell on the day before a window. */
    double[] decayedBeforeWindow(int window) {
        return decayedBeforeWindow[window];
    }

    /** Decayed count of each cell on the day before a period. */
    double[] decayedBeforePeriod(int period) {
        return decayedBeforePeriod[period];
    }

    /** How many different days the incidents of some cells lie on, in the days from one to another. */
    int distinctDays(IntStream cells, int from, int to) {
        BitSet days = new BitSet();
        cells.forEach(cell -> histories[cell].markDays(from, to, days));
        return days.cardinality();
    }

    /** Monday of the week of the earliest incident; later than {@link #asOf} where there is none. */
    int firstDay() {
        int first = Arrays.stream(histories).mapToInt(Years::firstDay).min().orElse(History.NO_DAY);
        if (first == History.NO_DAY) {
            return first;
        }
        Period week = Period.of(PeriodKind.WEEK, LocalDate.ofEpochDay(first));
        return Math.toIntExact(week.firstDay().toEpochDay());
    }
}
