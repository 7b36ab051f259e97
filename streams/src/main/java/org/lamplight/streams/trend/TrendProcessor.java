package org.lamplight.streams.trend;

import org.apache.avro.io.BinaryDecoder;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.lamplight.areas.AreaBook;
import org.lamplight.schemas.Trend;
import org.lamplight.streams.Live;
import org.lamplight.streams.deltas.CountKey;
import org.lamplight.streams.deltas.Delta;
import org.lamplight.streams.deltas.Signal;
import org.lamplight.streams.rules.Period;
import org.lamplight.streams.state.Board;
import org.lamplight.streams.state.Stage;
import org.lamplight.streams.state.Storage;

/** Counts the incidents of every area and period, and keeps how late they came in. */
public final class TrendProcessor implements Processor<String, Signal, String, Trend> {
    private static final String COUNTS = "trend-counts";
    private static final int VERSION = 1;

    private final TrendRows rows;
    private final Live live;
    private ProcessorContext<String, Trend> context;
    private Board<Long> counts;
    private Delays delays;

    TrendProcessor(TrendRows rows, Live live) {
        this.rows = rows;
        this.live = live;
    }

    /** The stage with its stores. */
    public static Stage<String, Signal, String, Trend> stage(AreaBook book, Live live, Storage storage) {
        return Stage.of(
                () -> new TrendProcessor(new TrendRows(book), live),
                Board.<Long>store(
                        storage, COUNTS, VERSION, (count, out) -> out.writeLong(count), BinaryDecoder::readLong),
                Delays.store(storage));
    }

    @Override
    public void init(ProcessorContext<String, Trend> context) {
        this.context = context;
        counts = new Board<>(context.getStateStore(COUNTS), 0L);
        delays = new Delays(context.getStateStore(Delays.STORE));
        context.schedule(
                live.publishInterval(),
                PunctuationType.WALL_CLOCK_TIME,
                now -> counts.publish((key, before, count) -> send(CountKey.parse(key), count, now)));
    }

    @Override
    public void process(Record<String, Signal> record) {
        if (record.value() instanceof Delta delta) {
            Period.allHolding(Period.KINDS, delta.firstDay(), delta.lastDay()).forEach(period -> count(delta, period));
            delays.add(delta);
        }
    }

    private void count(Delta delta, Period period) {
        for (String area : delta.areas()) {
            String key = new CountKey(delta.series(), area, period).stored();
            counts.update(key, count -> count + delta.sign());
        }
    }

    private void send(CountKey key, long observed, long now) {
        Trend row = observed == 0 ? null : rows.row(key, observed);
        context.forward(new Record<>(TrendRows.key(key), row, now));
    }
}
