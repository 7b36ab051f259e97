package org.lamplight.streams.surface;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;

/**
 * How many incidents a cell has had, by the years in which they began: ten years of a busy cell are too much to be copied for
 * each incident.
 */
final class Years {
    private static final History[] NONE = {};

    /** One year after another. */
    private History[] histories = NONE;

    private int firstYear;

    /** The year in which an epoch day lies. */
    private static int of(int day) {
        return LocalDate.ofEpochDay(day).getYear();
    }

    /** So many incidents more (or, if negative, less) that took these days. */
    void add(int by, int firstDay, int lastDay) {
        int at = at(of(firstDay));
        histories[at] = histories[at].plus(by, firstDay, lastDay);
    }

    /** Where the history of a year stands; makes room for it. */
    private int at(int year) {
        if (histories.length == 0) {
            firstYear = year;
        }
        int first = Math.min(firstYear, year);
        int years = Math.max(firstYear + histories.length, year + 1) - first;
        if (years > histories.length) {
            History[] wider = new History[years];
            Arrays.fill(wider, History.EMPTY);
            System.arraycopy(histories, 0, wider, firstYear - first, histories.length);
            histories = wider;
            firstYear = first;
        }
        return year - firstYear;
    }

    /** See {@link History#within}. */
    int within(int from, int to) {
        int total = 0;
        int end = endAt(to);
        for (int at = firstAt(from); at < end; at++) {
            total += histories[at].within(from, to);
        }
        return total;
    }

    /** See {@link History#decayed}. */
    double decayed(int asOf) {
        double sum = 0;
        for (History history : histories) {
            sum += history.decayed(asOf);
        }
        return sum;
    }

    /** First day of the earliest incident, or {@link History#NO_DAY}. */
    int firstDay() {
        for (History history : histories) {
            if (!history.isEmpty()) {
                return history.firstDay();
            }
        }
        return History.NO_DAY;
    }

    /** See {@link History#markDays}. */
    void markDays(int from, int to, BitSet days) {
        int end = endAt(to);
        for (int at = firstAt(from); at < end; at++) {
            histories[at].markDays(from, to, days);
        }
    }

    /** Where the year of a day stands, or the first after it. */
    private int firstAt(int day) {
        return Math.max(0, of(day) - firstYear);
    }

    /** Where the first year after that of a day would stand, or nothing stands any more. */
    private int endAt(int day) {
        return Math.min(histories.length, of(day) - firstYear + 1);
    }
}
