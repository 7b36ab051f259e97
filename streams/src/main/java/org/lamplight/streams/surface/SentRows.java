package org.lamplight.streams.surface;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.lamplight.schemas.Hotspot;
import org.lamplight.streams.state.Storage;

/** Fingerprints of the rows last sent, so that a restart sends no row again that has not changed. */
final class SentRows {
    static final String STORE = "surface-sent";

    private final KeyValueStore<String, Long> store;

    SentRows(KeyValueStore<String, Long> store) {
        this.store = store;
    }

    static StoreBuilder<KeyValueStore<String, Long>> store(Storage storage) {
        return storage.store(STORE, Serdes.Long());
    }

    /** Notes a row (null for none) under a key, and says whether it differs from the one noted before. */
    boolean note(String key, Hotspot row) {
        Long before = store.get(key);
        Long now = row == null ? null : fingerprint(row);
        if (now == null ? before == null : now.equals(before)) {
            return false;
        }
        store.put(key, now);
        return true;
    }

    /** Every cell for which a row is noted. */
    List<CellKey> keys() {
        List<CellKey> keys = new ArrayList<>();
        try (KeyValueIterator<String, Long> all = store.all()) {
            all.forEachRemaining(entry -> keys.add(CellKey.parse(entry.key)));
        }
        return keys;
    }

    /** Covers the schema too: a release with more columns sends every row anew. */
    private static long fingerprint(Hotspot row) {
        try {
            return SchemaNormalization.fingerprint64(row.toByteBuffer().array());
        } catch (IOException e) {
            throw new UncheckedIOException("A row of the surface cannot be written.", e);
        }
    }
}
