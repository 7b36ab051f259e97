package org.lamplight.streams.trend;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.io.BinaryDecoder;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
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
import org.lamplight.streams.deltas.Signal.Tick;
import org.lamplight.streams.rules.Delay;
import org.lamplight.streams.state.Board;
import org.lamplight.streams.state.SentRows;
import org.lamplight.streams.state.Stage;
import org.lamplight.streams.state.Storage;
import org.lamplight.streams.state.Today;

/**
 * Counts the incidents of every area and period, and how late they came in, and says what the counts mean. Stores hold the
 * counts; weekly ones are also in memory, filled from them at start, where the statistics are computed from.
 */
public final class TrendProcessor implements Processor<String, Signal, String, Trend> {
    private static final String COUNTS = "trend-counts";
    private static final String SENT = "trend-sent";
    private static final int VERSION = 1;

    private final Levels levels;
    private final TrendRows rows;
    private final Live live;
    private final Map<Series, LiveSeries> all = new TreeMap<>();
    private ProcessorContext<String, Trend> context;
    private Board<Long> counts;
    private Delays delays;
    private SentRows<Trend> sentRows;
    private Today today;

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
                Board.<Long>store(
                        storage, COUNTS, VERSION, (count, out) -> out.writeLong(count), BinaryDecoder::readLong),
                delays,
                SentRows.store(storage, SENT),
                today);
    }

    @Override
    public void init(ProcessorContext<String, Trend> context) {
        this.context = context;
        counts = new Board<>(context.getStateStore(COUNTS), 0L);
        delays = new Delays(context.getStateStore(Delays.STORE));
        sentRows = new SentRows<>(context.getStateStore(SENT), Topics.TREND);
        today = new Today(live, context.getStateStore(Today.STORE));
        restore();
        context.schedule(live.publishInterval(), PunctuationType.WALL_CLOCK_TIME, this::publish);
    }

    /** Every row there is, or was, is looked at once: the area book or the columns may have changed. */
    private void restore() {
        counts.forEach((stored, count) -> {
            CountKey key = CountKey.parse(stored);
            LiveSeries series = series(key.series());
            series.touch(stored);
            if (key.period().kind() == PeriodKind.WEEK) {
                series.add(key.area(), key.period(), Math.toIntExact(count));
            }
        });
        sentRows.keys().forEach(this::touch);
        delays.forEach((series, week, delay, count) -> series(series).addArrivals(week, delay, count));
    }

    @Override
    public void process(Record<String, Signal> record) {
        if (record.value() instanceof Tick tick) {
            today.advance(tick.day());
        } else if (record.value() instanceof Delta delta) {
            count(delta);
        }
    }

    private void count(Delta delta) {
        Period.allHolding(Period.KINDS, delta.firstDay(), delta.lastDay())
                .forEach(period -> delta.areas()
                        .forEach(area -> counts.update(
                                new CountKey(delta.series(), area, period).stored(), count -> count + delta.sign())));
        Period.holding(PeriodKind.WEEK, delta.firstDay(), delta.lastDay()).ifPresent(week -> {
            LiveSeries series = series(delta.series());
            delta.areas().forEach(area -> series.add(area, week, delta.sign()));
            int delay = Delay.days(week, delta.firstReceivedAt());
            delays.add(delta.series(), week, delay, delta.sign());
            series.addArrivals(week, delay, delta.sign());
        });
    }

    private LiveSeries series(Series series) {
        return all.computeIfAbsent(series, unseen -> new LiveSeries(levels, series, live));
    }

    private void touch(String key) {
        series(CountKey.parse(key).series()).touch(key);
    }

    private void publish(long now) {
        counts.publish((key, before, count) -> touch(key));
        today.day()
                .ifPresent(day -> all.values()
                        .forEach(series -> series.due(day, now).forEach(key -> send(series.latest(), key, now))));
    }

    private void send(SeriesTrend trend, String stored, long now) {
        CountKey key = CountKey.parse(stored);
        Trend row = row(trend, key).orElse(null);
        if (sentRows.note(stored, row)) {
            context.forward(new Record<>(TrendRows.key(key), row, now));
        }
    }

    /** Weeks with statistics have rows without incidents too; other periods have not. */
    private Optional<Trend> row(SeriesTrend trend, CountKey key) {
        Optional<WeekStatistics> statistics = key.period().kind() == PeriodKind.WEEK
                ? trend.statistics(key.area(), Weeks.of(key.period().firstDay()))
                : Optional.empty();
        long observed = statistics.map(WeekStatistics::observed).orElseGet(() -> counts.get(key.stored()));
        return observed == 0 && statistics.isEmpty() ? Optional.empty() : rows.row(key, observed, statistics);
    }
}
