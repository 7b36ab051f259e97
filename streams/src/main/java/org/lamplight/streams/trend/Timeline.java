package org.lamplight.streams.trend;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.lamplight.streams.arrivals.Weeks;
import org.lamplight.streams.statistics.DelayDistribution;
import org.lamplight.streams.statistics.Season;

/** The weeks of a series that statistics look at: season and completeness of each, the same for all its areas. */
final class Timeline {
    /** Five years; what is older has decayed to less than a thousandth. */
    private static final int LONGEST = 260;
    /** A year and a week have expectations. */
    private static final int SHOWN = 53;
    /** A quarter is tested. */
    private static final int TESTED = 13;
    /** Weeks less complete than this say nothing of the season. */
    private static final double NEARLY_COMPLETE = 0.9;

    private final LocalDate asOf;
    private final LocalDate over;
    private final int firstWeek;
    private final double[] season;
    private final double[] completeness;
    private final boolean[] mayBeIncomplete;
    private final int newestFull;

    /**
     * The weeks up to the one that holds a day.
     *
     * @param asOf last date counted
     * @param over last date that is over: a week can only be as complete as days have passed
     */
    Timeline(Levels levels, SeriesCounts series, LocalDate asOf, LocalDate over) {
        this.asOf = asOf;
        this.over = over;
        int lastWeek = Weeks.of(asOf);
        this.firstWeek = firstWeek(levels, series, lastWeek);
        this.completeness = completeness(series.arrivals().distribution(over), lastWeek - firstWeek + 1);
        this.newestFull = Weeks.age(lastWeek, over) >= 0 ? completeness.length - 1 : completeness.length - 2;
        this.season = season(levels, series);
        this.mayBeIncomplete = new boolean[completeness.length];
        for (int week = 0; week < mayBeIncomplete.length; week++) {
            mayBeIncomplete[week] = series.arrivals().mayBeIncomplete(firstWeek + week, over);
        }
    }

    /** The week of the earliest report, and the one after the last where there is none. */
    private static int firstWeek(Levels levels, SeriesCounts series, int lastWeek) {
        NavigableSet<Integer> first = new TreeSet<>();
        levels.all().stream()
                .flatMap(List::stream)
                .map(series::weeks)
                .filter(weeks -> !weeks.isEmpty())
                .forEach(weeks -> first.add(weeks.firstKey()));
        return first.isEmpty() ? lastWeek + 1 : Math.min(lastWeek + 1, Math.max(first.first(), lastWeek - LONGEST + 1));
    }

    private double[] completeness(DelayDistribution delays, int weeks) {
        double[] shares = new double[weeks];
        for (int week = 0; week < weeks; week++) {
            shares[week] = delays.completeness(Weeks.age(firstWeek + week, over));
        }
        return shares;
    }

    private double[] season(Levels levels, SeriesCounts series) {
        String force = levels.all().get(levels.force()).get(0);
        NavigableMap<Integer, Integer> counts = series.weeks(force);
        int known = completeness.length;
        while (known > 0 && completeness[known - 1] < NEARLY_COMPLETE) {
            known--;
        }
        double[] pooled = new double[known];
        for (int week = 0; week < known; week++) {
            pooled[week] = counts.getOrDefault(firstWeek + week, 0) / completeness[week];
        }
        Season learnt = Season.of(pooled, firstWeek);
        double[] factors = new double[completeness.length];
        for (int week = 0; week < factors.length; week++) {
            factors[week] = learnt.factor(firstWeek + week);
        }
        return factors;
    }

    LocalDate asOf() {
        return asOf;
    }

    /** Number of the first week looked at. */
    int firstWeek() {
        return firstWeek;
    }

    /** Number of the week that holds the last date counted. */
    int lastWeek() {
        return firstWeek + weeks() - 1;
    }

    int weeks() {
        return completeness.length;
    }

    /** Index of the first week that has statistics. */
    int firstShown() {
        return Math.max(0, weeks() - SHOWN);
    }

    /** Index of the first week that is tested. */
    int firstTested() {
        return Math.max(0, weeks() - TESTED);
    }

    /** Index of the newest week that is over; -1 if there is none. */
    int newestFull() {
        return newestFull;
    }

    double[] season() {
        return season;
    }

    double[] completeness() {
        return completeness;
    }

    /** Whether a week may lack reports of which nothing is known, because the feed is too young. */
    boolean mayBeIncomplete(int week) {
        return mayBeIncomplete[week];
    }

    /** Sum of season factor times completeness over weeks, as far as there are such weeks. */
    double exposure(int from, int to) {
        double sum = 0;
        for (int week = Math.max(0, from); week <= to; week++) {
            sum += season[week] * completeness[week];
        }
        return sum;
    }
}
