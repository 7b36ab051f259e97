package org.lamplight.streams.surface;

import java.time.LocalDate;
import java.util.BitSet;
import org.lamplight.streams.rules.Intensity;

/**
 * How many incidents a cell has had, by the days they took. Days are epoch days of local dates. Exact and unbounded: a
 * correction finds the day it corrects however long ago that was. Immutable.
 */
public final class History {
    /** A cell without incidents. */
    public static final History EMPTY = new History(new int[0]);

    /** First day of a cell without incidents. */
    static final int NO_DAY = Integer.MAX_VALUE;

    private static final int WIDTH = 3;
    private static final int FIRST_DAY = 0;
    private static final int DAYS = 1;
    private static final int COUNT = 2;

    /** First day, number of days and count of one interval after another, ascending by the first two. */
    private final int[] spans;

    private History(int[] spans) {
        this.spans = spans;
    }

    /** Whether nothing is left. */
    public boolean isEmpty() {
        return spans.length == 0;
    }

    /**
     * This history with so many incidents more (or, if negative, less) that took these days.
     *
     * @throws IllegalStateException if fewer than none would be left: deltas were lost or repeated
     */
    public History plus(int by, int firstDay, int lastDay) {
        int days = lastDay - firstDay + 1;
        int at = find(firstDay, days);
        boolean known = at < spans.length && spans[at + FIRST_DAY] == firstDay && spans[at + DAYS] == days;
        int count = (known ? spans[at + COUNT] : 0) + by;
        if (count < 0) {
            throw new IllegalStateException("A cell would hold fewer than no incidents: deltas were lost or repeated.");
        }
        int[] middle = count == 0 ? new int[0] : new int[] {firstDay, days, count};
        return new History(spliced(at, known ? WIDTH : 0, middle));
    }

    static int epochDay(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    /** Incidents whose days all lie from {@code from} to {@code to}. */
    public int within(int from, int to) {
        int total = 0;
        for (int at = find(from, 0); at < spans.length && spans[at + FIRST_DAY] <= to; at += WIDTH) {
            if (spans[at + FIRST_DAY] + spans[at + DAYS] - 1 <= to) {
                total += spans[at + COUNT];
            }
        }
        return total;
    }

    /** Sum of the incidents up to a day, each weighted by its age on that day ({@link Intensity}). */
    public double decayed(int asOf) {
        double sum = 0;
        for (int at = 0; at < spans.length; at += WIDTH) {
            int age = asOf - Intensity.middleDay(spans[at + FIRST_DAY], spans[at + DAYS]);
            if (age >= 0) {
                sum += spans[at + COUNT] * Intensity.weight(age);
            }
        }
        return sum;
    }

    /** First day of the earliest incident, or {@link #NO_DAY}. */
    int firstDay() {
        return isEmpty() ? NO_DAY : spans[FIRST_DAY];
    }

    /** Marks, as days from {@code from}, the first day of every incident whose days all lie from {@code from} to {@code to}. */
    void markDays(int from, int to, BitSet days) {
        for (int at = find(from, 0); at < spans.length && spans[at + FIRST_DAY] <= to; at += WIDTH) {
            if (spans[at + FIRST_DAY] + spans[at + DAYS] - 1 <= to) {
                days.set(spans[at + FIRST_DAY] - from);
            }
        }
    }

    /** Where the first span stands that is not before the given one. */
    private int find(int firstDay, int days) {
        int low = 0;
        int high = spans.length / WIDTH;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int at = middle * WIDTH;
            boolean before =
                    spans[at + FIRST_DAY] < firstDay || (spans[at + FIRST_DAY] == firstDay && spans[at + DAYS] < days);
            if (before) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low * WIDTH;
    }

    private int[] spliced(int at, int removed, int[] middle) {
        int[] result = new int[spans.length - removed + middle.length];
        System.arraycopy(spans, 0, result, 0, at);
        System.arraycopy(middle, 0, result, at, middle.length);
        System.arraycopy(spans, at + removed, result, at + middle.length, spans.length - at - removed);
        return result;
    }
}
