package org.lamplight.streams.trend;

import java.time.LocalDate;
import java.util.Optional;
import org.lamplight.areas.AreaBook;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.schemas.Trend;
import org.lamplight.streams.arrivals.Weeks;
import org.lamplight.streams.deltas.CountKey;
import org.lamplight.streams.deltas.Series;

/** The weekly rows of one series without a stream: for experiments, which know what is true. */
public final class WeeklyTrends {
    private final Levels levels;
    private final TrendRows rows;
    private final SeriesCounts counts;
    private SeriesTrend latest;

    /** A series without incidents. */
    public WeeklyTrends(AreaBook book, Series series) {
        levels = Levels.of(book);
        rows = new TrendRows(book);
        counts = new SeriesCounts(series);
    }

    /** Counts so many more (or, if negative, fewer) incidents in an area, in the week of a day. */
    public void add(String area, LocalDate day, int by) {
        counts.add(area, Weeks.of(day), by);
    }

    /** Counts so many more (or, if negative, fewer) incidents of the week that came in so many days after its end. */
    public void addArrivals(LocalDate day, int delay, int by) {
        counts.arrivals().add(Weeks.of(day), delay, by);
    }

    /** Computes all rows as of a day, which is the last that counts and is over. */
    public void compute(LocalDate asOf) {
        latest = new SeriesTrend(levels, counts, asOf, asOf);
    }

    /** The row of an area and the week of a day, as last computed; empty if there is none. */
    public Optional<Trend> row(String area, LocalDate day) {
        int week = Weeks.of(day);
        CountKey key = new CountKey(counts.series(), area, new Period(PeriodKind.WEEK, Weeks.firstDay(week)));
        return latest.statistics(area, week)
                .flatMap(statistics -> rows.row(key, statistics.observed(), Optional.of(statistics)));
    }
}
