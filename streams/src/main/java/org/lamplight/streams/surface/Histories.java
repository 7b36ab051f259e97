package org.lamplight.streams.surface;

import java.util.function.BiConsumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.lamplight.streams.deltas.Delta;
import org.lamplight.streams.state.Storage;

/**
 * The histories of every cell of resolution 10 in every series, a year each: what a store holds, and what deltas change in it. A
 * year, because a history is written whole, and those of busy cells are long.
 */
public final class Histories {
    /** Name of the store. */
    public static final String STORE = "surface-histories";

    private final KeyValueStore<CellYear, History> store;

    /** The histories in a store. */
    public Histories(KeyValueStore<CellYear, History> store) {
        this.store = store;
    }

    /** Their store. */
    public static StoreBuilder<KeyValueStore<CellYear, History>> store(Storage storage) {
        return storage.cached(STORE, CellYear.serde(), History.serde());
    }

    /**
     * Counts a delta in its cell.
     *
     * @return the history of the cell in the delta's series and the year in which it began, the delta among it
     * @throws IllegalStateException if fewer than no incidents would be left: deltas were lost or repeated
     */
    public History add(Delta delta, long cell) {
        CellYear key = new CellYear(delta.series(), cell, delta.firstDay().getYear());
        History before = store.get(key);
        History after = (before == null ? History.EMPTY : before).plus(delta);
        store.put(key, after.isEmpty() ? null : after);
        return after;
    }

    /** Names every cell that has a history, once for each year. */
    void forEach(BiConsumer<CellYear, History> action) {
        try (KeyValueIterator<CellYear, History> all = store.all()) {
            all.forEachRemaining(entry -> action.accept(entry.key, entry.value));
        }
    }
}
