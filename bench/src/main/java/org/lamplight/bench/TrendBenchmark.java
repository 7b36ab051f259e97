package org.lamplight.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.schemas.Trend;
import org.lamplight.streams.arrivals.Weeks;
import org.lamplight.streams.deltas.CountKey;
import org.lamplight.streams.deltas.Series;
import org.lamplight.streams.trend.Levels;
import org.lamplight.streams.trend.SeriesCounts;
import org.lamplight.streams.trend.SeriesTrend;
import org.lamplight.streams.trend.TrendRows;
import org.lamplight.streams.trend.WeekStatistics;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The trends of all areas of a county in ten categories, after two years of 500 reports a day, each of which
 * counts in 2.5 categories.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 50)
@Measurement(iterations = 100)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
@State(Scope.Benchmark)
public class TrendBenchmark {
    static final int CATEGORIES = 10;
    /** In days after the week. */
    private static final int LONGEST_DELAY = 5;

    private static final int SHOWN_WEEKS = 53;

    private static final LocalDate TODAY = LocalDate.ofEpochDay(MadeUpReports.LAST_DAY);

    /** Reports a day in each category. */
    @Param("125")
    int load;

    private AreaBook book;
    private Levels levels;
    private TrendRows rows;
    private List<SeriesCounts> counts;

    /** Counts the reports. */
    @Setup
    public void setUp() {
        book = AreaBook.northamptonshire();
        levels = Levels.of(book);
        rows = new TrendRows(book);
        counts = new ArrayList<>();
        for (int category = 0; category < CATEGORIES; category++) {
            counts.add(counts(new Series(book.force(), "category-" + category)));
        }
    }

    private SeriesCounts counts(Series series) {
        SeriesCounts sums = new SeriesCounts(series);
        long[] cells = book.cells(Cells.RESOLUTION);
        MadeUpReports reports = new MadeUpReports(cells.length, 7.0 * load);
        for (int day = MadeUpReports.FIRST_DAY; day <= MadeUpReports.LAST_DAY; day++) {
            int week = Weeks.of(LocalDate.ofEpochDay(day));
            for (int place : reports.of(day)) {
                int delay = place % LONGEST_DELAY;
                if (delay <= Weeks.age(week, TODAY)) {
                    book.areasOf(cells[place]).forEach(area -> sums.add(area.code(), week, 1));
                    sums.arrivals().add(week, delay, 1);
                }
            }
        }
        return sums;
    }

    /** Everything that the areas of a level share, and the tests of a quarter. */
    @Benchmark
    public List<SeriesTrend> statistics() {
        return counts.stream()
                .map(series -> new SeriesTrend(levels, series, TODAY, TODAY))
                .toList();
    }

    /** The same, and the rows of the newest week with every column. */
    @Benchmark
    public List<Trend> newestRows() {
        return rows(1);
    }

    /** The same, and the rows of all 53 weeks that have statistics. */
    @Benchmark
    public List<Trend> allRows() {
        return rows(SHOWN_WEEKS);
    }

    private List<Trend> rows(int weeks) {
        List<Trend> all = new ArrayList<>();
        for (SeriesCounts series : counts) {
            SeriesTrend trend = new SeriesTrend(levels, series, TODAY, TODAY);
            for (Area area : book.areas()) {
                for (int back = 0; back < weeks; back++) {
                    LocalDate firstDay = Weeks.firstDay(Weeks.of(TODAY) - back);
                    Optional<WeekStatistics> week = trend.statistics(area.code(), Weeks.of(firstDay));
                    CountKey key = new CountKey(series.series(), area.code(), new Period(PeriodKind.WEEK, firstDay));
                    week.flatMap(known -> rows.row(key, known.observed(), week)).ifPresent(all::add);
                }
            }
        }
        return all;
    }
}
