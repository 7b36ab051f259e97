package org.lamplight.streams.trend;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.lamplight.streams.arrivals.Arrivals;
import org.lamplight.streams.deltas.Series;

/** The weekly counts of one series by area, and how its incidents arrived: all that its trends are computed from. */
public final class SeriesCounts {
    private final Series series;
    private final Map<String, NavigableMap<Integer, Integer>> weeksOfArea = new HashMap<>();
    private final Arrivals arrivals = new Arrivals();

    /** No counts yet. */
    public SeriesCounts(Series series) {
        this.series = series;
    }

    /** What is counted. */
    public Series series() {
        return series;
    }

    /** How its incidents arrived. */
    public Arrivals arrivals() {
        return arrivals;
    }

    /** Counts so many more (or, if negative, fewer) incidents in a week of an area. */
    public void add(String area, int week, int by) {
        NavigableMap<Integer, Integer> weeks = weeksOfArea.computeIfAbsent(area, unseen -> new TreeMap<>());
        weeks.merge(week, by, (before, more) -> before + more == 0 ? null : before + more);
        if (weeks.isEmpty()) {
            weeksOfArea.remove(area);
        }
    }

    /** The weeks of an area that have incidents, with their number. */
    NavigableMap<Integer, Integer> weeks(String area) {
        return weeksOfArea.getOrDefault(area, new TreeMap<>());
    }
}
