package org.lamplight.streams.surface;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.lamplight.schemas.Alert;
import org.lamplight.schemas.Hotspot;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;
import org.lamplight.streams.Live;
import org.lamplight.streams.arrivals.Delays;
import org.lamplight.streams.arrivals.Weeks;
import org.lamplight.streams.deltas.Series;
import org.lamplight.streams.deltas.Signal;
import org.lamplight.streams.deltas.Signal.Batch;
import org.lamplight.streams.deltas.Signal.Tick;
import org.lamplight.streams.state.Drift;
import org.lamplight.streams.state.Pace;
import org.lamplight.streams.state.SentRows;
import org.lamplight.streams.state.Stage;
import org.lamplight.streams.state.Storage;
import org.lamplight.streams.state.Today;

/**
 * Keeps the surfaces of one partition. The store holds the past by cells of resolution 10, so that a surface of
 * any resolution can be drawn from it; arrays in memory, filled from it at start, serve the computation. A surface is
 * computed when it changed or a day began. Rows whose own counts changed are sent at once, those that only drifted because
 * others changed when it is time ({@link Drift}).
 */
public final class SurfaceProcessor implements Processor<String, Signal, String, Row<?>> {
    private static final String SENT = "surface-sent";
    private static final String ALERTS = "surface-alerts";

    private final Grids grids;
    private final Live live;
    private final Map<Series, Surface> surfaces = new TreeMap<>();
    private final Map<Series, Drift> drifts = new HashMap<>();
    private ProcessorContext<String, Row<?>> context;
    private Histories histories;
    private SentRows<String, Hotspot> sentRows;
    private Alerts alerts;
    private Today today;
    private Pace pace;
    private Times times;

    SurfaceProcessor(Grids grids, Live live) {
        this.grids = grids;
        this.live = live;
    }

    /** The stage with its stores. */
    public static Stage<String, Signal, String, Row<?>> stage(
            Grids grids,
            Live live,
            Storage storage,
            Serde<Alert> alerts,
            StoreBuilder<KeyValueStore<String, Long>> delays,
            StoreBuilder<KeyValueStore<String, Long>> today) {
        return Stage.of(
                () -> new SurfaceProcessor(grids, live),
                Histories.store(storage),
                SentRows.store(storage, SENT, Serdes.String()),
                storage.store(ALERTS, alerts),
                delays,
                today);
    }

    @Override
    public void init(ProcessorContext<String, Row<?>> context) {
        this.context = context;
        times = new Times(context.metrics());
        histories = new Histories(context.getStateStore(Histories.STORE));
        sentRows = new SentRows<>(context.getStateStore(SENT), Topics.HOTSPOT);
        alerts = new Alerts(context.getStateStore(ALERTS));
        today = new Today(live, context.getStateStore(Today.STORE));
        restore();
        pace = Pace.keep(context, live, this::publish);
    }

    @Override
    public void process(Record<String, Signal> record) {
        if (record.value() instanceof Tick tick) {
            today.advance(tick.day());
        } else if (record.value() instanceof Batch batch) {
            pace.heard(record);
            histories.add(batch);
            batch.deltas().forEach(surface(batch.series())::add);
        }
    }

    private void restore() {
        histories.forEach((key, counts) -> surface(key.series()).restore(History.epochDay(key.day()), counts));
        // The trend stage keeps the delays.
        new Delays(context.getStateStore(Delays.STORE))
                .forEach((series, week, delay, count) ->
                        surface(series).arrivals().add(Weeks.of(week.firstDay()), delay, count));
        // A series that has lost its last incident still has rows to take back, and alerts to close.
        sentRows.keys().forEach(key -> surface(CellKey.parse(key).series()));
        alerts.series().forEach(this::surface);
    }

    private Surface surface(Series series) {
        return surfaces.computeIfAbsent(
                series, key -> new Surface(key, grids.of(key.category()), live.overdispersion()));
    }

    private void publish(long now) {
        today.day().ifPresent(day -> {
            int asOf = Math.toIntExact(day.toEpochDay());
            for (Surface surface : surfaces.values()) {
                if (surface.isDue(asOf)) {
                    compute(surface, asOf, now);
                    drift(surface).computed(now);
                }
                if (drift(surface).isDue(now)) {
                    drift(surface).sent(now);
                    cells(surface).forEach(cell -> sendRow(surface, cell, now));
                }
            }
        });
    }

    private Drift drift(Surface surface) {
        return drifts.computeIfAbsent(surface.series(), series -> new Drift(live.driftInterval()));
    }

    private void compute(Surface surface, int asOf, long now) {
        long began = System.nanoTime();
        draw(surface, asOf, now);
        times.took(surface.series(), System.nanoTime() - began);
    }

    private void draw(Surface surface, int asOf, long now) {
        Snapshot before = surface.latest();
        String[] alertsBefore = surface.alerts();
        Snapshot after = surface.compute(asOf);
        surface.put(alerts.update(surface, (key, alert) -> forward(key, Topics.ALERT, alert, now)));
        if (before == null) {
            takeBackStrangers(surface, now);
        }
        cells(surface)
                .filter(cell -> before == null
                        || !after.sameOwn(before, cell)
                        || !Objects.equals(surface.alerts()[cell], alertsBefore[cell]))
                .forEach(cell -> sendRow(surface, cell, now));
    }

    private static IntStream cells(Surface surface) {
        return IntStream.range(0, surface.grid().size());
    }

    private void sendRow(Surface surface, int cell, long now) {
        Snapshot snapshot = surface.latest();
        Hotspot row =
                snapshot.isPresent(cell) ? HotspotRows.row(surface, snapshot, cell, surface.alerts()[cell]) : null;
        send(new CellKey(surface.series(), surface.grid().cell(cell)), row, now);
    }

    /** Rows of cells that are not on the grid, because the category had another resolution, or the force a border. */
    private void takeBackStrangers(Surface surface, long now) {
        sentRows.keys().stream()
                .map(CellKey::parse)
                .filter(key -> key.series().equals(surface.series()))
                .filter(key -> surface.grid().indexOf(key.cell()) == Grid.ABSENT)
                .forEach(key -> send(key, null, now));
    }

    private void send(CellKey key, Hotspot row, long now) {
        String text = key.text();
        if (sentRows.note(text, row)) {
            forward(text, Topics.HOTSPOT, row, now);
        }
    }

    private <V extends SpecificRecord> void forward(String key, Topic<V> topic, V row, long now) {
        context.forward(new Record<>(key, new Row<>(topic, Optional.ofNullable(row)), now));
    }
}
