package org.lamplight.streams.surface;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.lamplight.areas.Cells;
import org.lamplight.schemas.Hotspot;
import org.lamplight.streams.Live;
import org.lamplight.streams.deltas.Delta;
import org.lamplight.streams.deltas.Series;
import org.lamplight.streams.deltas.Signal;
import org.lamplight.streams.deltas.Signal.Tick;
import org.lamplight.streams.rules.Calendar;
import org.lamplight.streams.state.Stage;

/**
 * Keeps the surfaces of one partition. The store of histories is the truth; arrays in memory, filled from it at start,
 * serve the computation. A surface is computed when it changed or a day began, and the rows that changed are sent.
 */
public final class SurfaceProcessor implements Processor<String, Signal, String, Hotspot> {
    private static final String HISTORIES = "surface-histories";

    private final Grids grids;
    private final Live live;
    private final Map<Series, Surface> surfaces = new TreeMap<>();
    private ProcessorContext<String, Hotspot> context;
    private KeyValueStore<String, History> histories;
    private SentRows sentRows;
    private DataClock dataClock;

    SurfaceProcessor(Grids grids, Live live) {
        this.grids = grids;
        this.live = live;
    }

    /** The stage with its stores. */
    public static Stage<String, Signal, String, Hotspot> stage(Grids grids, Live live) {
        return Stage.of(() -> new SurfaceProcessor(grids, live), histories(), SentRows.store(), DataClock.store());
    }

    private static StoreBuilder<KeyValueStore<String, History>> histories() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(HISTORIES), Serdes.String(), History.serde())
                .withCachingEnabled();
    }

    @Override
    public void init(ProcessorContext<String, Hotspot> context) {
        this.context = context;
        histories = context.getStateStore(HISTORIES);
        sentRows = new SentRows(context.getStateStore(SentRows.STORE));
        dataClock = new DataClock(context.getStateStore(DataClock.STORE));
        try (KeyValueIterator<String, History> all = histories.all()) {
            all.forEachRemaining(entry -> restore(entry.key, entry.value));
        }
        context.schedule(live.publishInterval(), PunctuationType.WALL_CLOCK_TIME, this::publish);
    }

    @Override
    public void process(Record<String, Signal> record) {
        if (record.value() instanceof Tick tick) {
            dataClock.advance(tick.day());
        } else if (record.value() instanceof Delta delta) {
            delta.cell().ifPresent(cell -> add(delta, cell));
        }
    }

    private void add(Delta delta, long fine) {
        Surface surface = surface(delta.series());
        int cell = surface.grid().place(fine);
        if (cell != Grid.ABSENT) {
            History history = surface.add(cell, delta);
            histories.put(key(surface, cell), history.isEmpty() ? null : history);
        }
    }

    private void restore(String key, History history) {
        String[] parts = key.split("/", -1);
        surface(new Series(parts[0], parts[1])).restore(Cells.parse(parts[2]), history);
    }

    private Surface surface(Series series) {
        return surfaces.computeIfAbsent(series, key -> new Surface(key, grids.of(key.category())));
    }

    private void publish(long now) {
        asOf().ifPresent(day -> {
            int asOf = Math.toIntExact(day.toEpochDay());
            surfaces.values().stream()
                    .filter(surface ->
                            surface.isDue(asOf, now, live.surfaceInterval().toMillis()))
                    .forEach(surface -> publish(surface, asOf, now));
        });
    }

    private Optional<LocalDate> asOf() {
        LocalDate today = Calendar.day(live.clock().instant());
        return switch (live.asOf()) {
            case WALL -> Optional.of(today);
            case DATA -> dataClock.day().map(day -> day.isAfter(today) ? today : day);
        };
    }

    private void publish(Surface surface, int asOf, long now) {
        Snapshot before = surface.latest();
        Snapshot after = surface.compute(asOf, now);
        for (int cell = 0; cell < surface.grid().size(); cell++) {
            if (before == null || !after.sameRow(before, cell)) {
                send(surface, after, cell, now);
            }
        }
    }

    private void send(Surface surface, Snapshot snapshot, int cell, long now) {
        String key = key(surface, cell);
        Hotspot row = snapshot.isPresent(cell) ? HotspotRows.row(surface, snapshot, cell) : null;
        if (sentRows.note(key, row)) {
            context.forward(new Record<>(key, row, now));
        }
    }

    private static String key(Surface surface, int cell) {
        return surface.series().key() + "/" + Cells.name(surface.grid().cell(cell));
    }
}
