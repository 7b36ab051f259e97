package org.lamplight.streams.surface;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.lamplight.streams.deltas.Delta;
import org.lamplight.streams.deltas.Signal.Batch;
import org.lamplight.streams.state.Storage;

/**
 * The past of every series, a day each: what a store holds, and what deltas change in it. A day, because what is reported
 * together happened together: the reports of a commit change few values, which are at hand.
 */
public final class Histories {
    /** Name of the store. */
    public static final String STORE = "surface-histories";

    /** Days that are held as objects, of which busy ones are large. */
    private static final int AT_HAND = 1_024;

    private final KeyValueStore<SeriesDay, DayCounts> store;

    /** The past in a store. */
    public Histories(KeyValueStore<SeriesDay, DayCounts> store) {
        this.store = store;
    }

    /** Its store. */
    public static StoreBuilder<KeyValueStore<SeriesDay, DayCounts>> store(Storage storage) {
        return storage.cached(STORE, SeriesDay.serde(), DayCounts.serde(), AT_HAND);
    }

    /**
     * Counts deltas where they have a cell, on the day on which they began.
     *
     * @return the days that they change, as they are now
     * @throws IllegalStateException if fewer than no incidents would be left: deltas were lost or repeated
     */
    public Map<LocalDate, DayCounts> add(Batch batch) {
        Map<LocalDate, DayCounts> changed = new HashMap<>();
        batch.deltas().stream()
                .filter(delta -> delta.cell().isPresent())
                .collect(Collectors.groupingBy(Delta::firstDay))
                .forEach((day, deltas) -> changed.put(day, add(new SeriesDay(batch.series(), day), deltas)));
        return changed;
    }

    private DayCounts add(SeriesDay day, List<Delta> deltas) {
        DayCounts before = store.get(day);
        DayCounts after = (before == null ? DayCounts.NONE : before).plus(deltas);
        store.put(day, after.isEmpty() ? null : after);
        return after;
    }

    /** Names every day that has incidents. */
    void forEach(BiConsumer<SeriesDay, DayCounts> action) {
        try (KeyValueIterator<SeriesDay, DayCounts> all = store.all()) {
            all.forEachRemaining(entry -> action.accept(entry.key, entry.value));
        }
    }
}
