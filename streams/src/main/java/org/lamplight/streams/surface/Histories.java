package org.lamplight.streams.surface;

import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.lamplight.streams.deltas.Delta;
import org.lamplight.streams.state.Storage;

/** The history of every cell of resolution 10 in every series: what a store holds, and what deltas change in it. */
public final class Histories {
    /** Name of the store. */
    public static final String STORE = "surface-histories";

    private final KeyValueStore<String, History> store;

    /** The histories in a store. */
    public Histories(KeyValueStore<String, History> store) {
        this.store = store;
    }

    /** Their store. */
    public static StoreBuilder<KeyValueStore<String, History>> store(Storage storage) {
        return storage.cached(STORE, Serdes.String(), History.serde());
    }

    /**
     * Counts a delta in its cell.
     *
     * @return the history of the cell in the delta's series, the delta among it
     * @throws IllegalStateException if fewer than no incidents would be left: deltas were lost or repeated
     */
    public History add(Delta delta, long cell) {
        String key = new CellKey(delta.series(), cell).text();
        History before = store.get(key);
        History after = (before == null ? History.EMPTY : before).plus(delta);
        store.put(key, after.isEmpty() ? null : after);
        return after;
    }

    /** Names every cell that has a history. */
    void forEach(BiConsumer<CellKey, History> action) {
        try (KeyValueIterator<String, History> all = store.all()) {
            all.forEachRemaining(entry -> action.accept(CellKey.parse(entry.key), entry.value));
        }
    }
}
