package org.lamplight.streams.trend;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.lamplight.areas.AreaBook;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.schemas.Topics;
import org.lamplight.schemas.Trend;
import org.lamplight.streams.Live;
import org.lamplight.streams.arrivals.Delays;
import org.lamplight.streams.arrivals.Weeks;
import org.lamplight.streams.deltas.CountKey;
import org.lamplight.streams.deltas.Delta;
import org.lamplight.streams.deltas.Series;
import org.lamplight.streams.deltas.Signal;
import org.lamplight.streams.deltas.Signal.Batch;
import org.lamplight.streams.deltas.Signal.Tick;
import org.lamplight.streams.rules.Delay;
import org.lamplight.streams.state.Fingerprint;
import org.lamplight.streams.state.Pace;
import org.lamplight.streams.state.Stage;
import org.lamplight.streams.state.Storage;
import org.lamplight.streams.state.Today;

/**
 * Counts the incidents of every area and period, and how late they came in, and says what the counts mean. A store holds the
 * counts and what was last sent of each; weekly counts are also in memory, where the statistics are computed from.
 */
public final class TrendProcessor implements Processor<String, Signal, String, Trend> {
    private static final String COUNTS = "trend-counts";
    /** Counts that are held as objects: those of some weeks of every area in some categories. They are small. */
    private static final int AT_HAND = 32_768;

    private final Levels levels;
    private final TrendRows rows;
    private final Live live;
    private final Fingerprint<Trend> fingerprint = new Fingerprint<>(Topics.TREND);
    private final Map<Series, LiveSeries> all = new TreeMap<>();
    private ProcessorContext<String, Trend> context;
    private KeyValueStore<CountKey, Kept> counts;
    private Delays delays;
    private Today today;
    private Pace pace;

    private record Days(LocalDate first, LocalDate last) {
        static Days of(Delta delta) {
            return new Days(delta.firstDay(), delta.lastDay());
        }
    }

    TrendProcessor(AreaBook book, Live live) {
        this.levels = Levels.of(book);
        this.rows = new TrendRows(book);
        this.live = live;
    }

    /** The stage with its stores. */
    public static Stage<String, Signal, String, Trend> stage(
            AreaBook book,
            Live live,
            Storage storage,
            StoreBuilder<KeyValueStore<String, Long>> delays,
            StoreBuilder<KeyValueStore<String, Long>> today) {
        return Stage.of(
                () -> new TrendProcessor(book, live),
                storage.cached(COUNTS, CountKey.serde(), Kept.serde(), AT_HAND),
                delays,
                today);
    }

    @Override
    public void init(ProcessorContext<String, Trend> context) {
        this.context = context;
        counts = context.getStateStore(COUNTS);
        delays = new Delays(context.getStateStore(Delays.STORE));
        today = new Today(live, context.getStateStore(Today.STORE));
        restore();
        pace = Pace.keep(context, live, this::publish);
    }

    /** Every row there is, or was, is looked at once: the area book or the columns may have changed. */
    private void restore() {
        try (KeyValueIterator<CountKey, Kept> all = counts.all()) {
            all.forEachRemaining(entry -> restore(entry.key, entry.value));
        }
        delays.forEach((series, week, delay, count) -> series(series).addArrivals(week, delay, count));
    }

    private void restore(CountKey key, Kept kept) {
        LiveSeries series = series(key.series());
        series.touch(key, kept);
        if (key.period().kind() == PeriodKind.WEEK && kept.count() != 0) {
            series.add(key.area(), key.period(), Math.toIntExact(kept.count()));
        }
    }

    @Override
    public void process(Record<String, Signal> record) {
        if (record.value() instanceof Tick tick) {
            today.advance(tick.day());
        } else if (record.value() instanceof Batch batch) {
            pace.heard(record);
            batch.deltas().stream()
                    .collect(Collectors.groupingBy(Days::of, LinkedHashMap::new, Collectors.toList()))
                    .forEach((days, deltas) -> count(batch.series(), days, deltas));
        }
    }

    /** The deltas of the same days change the same periods: a count that many of them change is changed once. */
    private void count(Series series, Days days, List<Delta> deltas) {
        LiveSeries live = series(series);
        Map<String, Integer> areas = new LinkedHashMap<>();
        deltas.forEach(delta -> delta.areas().forEach(area -> add(areas, area, delta.sign())));
        Period.allHolding(Period.KINDS, days.first, days.last).forEach(period -> {
            areas.forEach((area, by) -> count(new CountKey(series, area, period), by, live));
            if (period.kind() == PeriodKind.WEEK) {
                countDelays(series, period, deltas, live);
            }
        });
    }

    private void count(CountKey key, int by, LiveSeries series) {
        Kept kept = series.touched(key).orElseGet(() -> kept(key)).plus(by);
        put(key, kept);
        series.touch(key, kept);
        if (key.period().kind() == PeriodKind.WEEK) {
            series.add(key.area(), key.period(), by);
        }
    }

    private void countDelays(Series series, Period week, List<Delta> deltas, LiveSeries live) {
        Map<Integer, Integer> byDelay = new TreeMap<>();
        deltas.forEach(delta -> add(byDelay, Delay.days(week, delta.firstReceivedAt()), delta.sign()));
        byDelay.forEach((delay, by) -> {
            delays.add(series, week, delay, by);
            live.addArrivals(week, delay, by);
        });
    }

    private static <K> void add(Map<K, Integer> sums, K key, int by) {
        sums.merge(key, by, (before, more) -> before + more == 0 ? null : before + more);
    }

    private LiveSeries series(Series series) {
        return all.computeIfAbsent(series, unseen -> new LiveSeries(levels, series, live));
    }

    private void publish(long now) {
        today.day()
                .ifPresent(day ->
                        all.values().forEach(series -> series.due(day, now).forEach(key -> send(series, key, now))));
    }

    private void send(LiveSeries series, CountKey key, long now) {
        Kept kept = series.take(key).orElseGet(() -> kept(key));
        Trend row = row(series.latest(), key, kept.count()).orElse(null);
        Long sent = fingerprint.of(row);
        if (!Objects.equals(sent, kept.sent())) {
            put(key, kept.sent(sent));
            context.forward(new Record<>(TrendRows.key(key), row, now));
        }
    }

    private Kept kept(CountKey key) {
        Kept kept = counts.get(key);
        return kept == null ? Kept.NOTHING : kept;
    }

    private void put(CountKey key, Kept kept) {
        counts.put(key, kept.equals(Kept.NOTHING) ? null : kept);
    }

    /** Weeks with statistics have rows without incidents too; other periods have not. */
    private Optional<Trend> row(SeriesTrend trend, CountKey key, long count) {
        Optional<WeekStatistics> statistics = key.period().kind() == PeriodKind.WEEK
                ? trend.statistics(key.area(), Weeks.of(key.period().firstDay()))
                : Optional.empty();
        long observed = statistics.map(WeekStatistics::observed).orElse(count);
        return observed == 0 && statistics.isEmpty() ? Optional.empty() : rows.row(key, observed, statistics);
    }
}
