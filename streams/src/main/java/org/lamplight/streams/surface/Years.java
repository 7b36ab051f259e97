package org.lamplight.streams.surface;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How many incidents a cell has had, by the years in which they began: ten years of a busy cell are too much to be copied for
 * each incident.
 */
final class Years {
    private final NavigableMap<Integer, History> histories = new TreeMap<>();

    /** The year in which an epoch day lies. */
    static int of(int day) {
        return LocalDate.ofEpochDay(day).getYear();
    }

    /** So many incidents more (or, if negative, less) that took these days. */
    void add(int by, int firstDay, int lastDay) {
        int year = of(firstDay);
        put(year, history(year).plus(by, firstDay, lastDay));
    }

    /** The incidents of a history more, which all began in one year. */
    void add(History more) {
        if (!more.isEmpty()) {
            int year = of(more.firstDay());
            put(year, history(year).plus(more));
        }
    }

    private History history(int year) {
        return histories.getOrDefault(year, History.EMPTY);
    }

    private void put(int year, History history) {
        if (history.isEmpty()) {
            histories.remove(year);
        } else {
            histories.put(year, history);
        }
    }

    /** See {@link History#within}. */
    int within(int from, int to) {
        int total = 0;
        for (History history : between(from, to).values()) {
            total += history.within(from, to);
        }
        return total;
    }

    /** See {@link History#decayed}. */
    double decayed(int asOf) {
        double sum = 0;
        for (History history : histories.values()) {
            sum += history.decayed(asOf);
        }
        return sum;
    }

    /** First day of the earliest incident, or {@link History#NO_DAY}. */
    int firstDay() {
        return histories.isEmpty()
                ? History.NO_DAY
                : histories.firstEntry().getValue().firstDay();
    }

    /** See {@link History#markDays}. */
    void markDays(int from, int to, BitSet days) {
        between(from, to).values().forEach(history -> history.markDays(from, to, days));
    }

    private NavigableMap<Integer, History> between(int from, int to) {
        return histories.subMap(of(from), true, of(to), true);
    }
}
