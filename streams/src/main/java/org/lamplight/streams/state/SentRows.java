package org.lamplight.streams.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.lamplight.schemas.Topic;

/**
 * Fingerprints of the rows last sent, so that a restart sends no row again that has not changed.
 *
 * @param <K> type of their keys
 * @param <V> type of the rows
 */
public final class SentRows<K, V extends SpecificRecord> {
    private final KeyValueStore<K, Long> store;
    private final Fingerprint<V> fingerprint;

    /** The fingerprints of a topic's rows over their store. */
    public SentRows(KeyValueStore<K, Long> store, Topic<V> topic) {
        this.store = store;
        this.fingerprint = new Fingerprint<>(topic);
    }

    /** A store of fingerprints. */
    public static <K> StoreBuilder<KeyValueStore<K, Long>> store(Storage storage, String name, Serde<K> keys) {
        return storage.cached(name, keys, Serdes.Long());
    }

    /** Notes a row (null for none) under a key, and says whether it differs from the one noted before. */
    public boolean note(K key, V row) {
        Long before = store.get(key);
        Long now = fingerprint.of(row);
        if (Objects.equals(before, now)) {
            return false;
        }
        store.put(key, now);
        return true;
    }

    /** Every key under which a row is noted. */
    public List<K> keys() {
        List<K> keys = new ArrayList<>();
        try (KeyValueIterator<K, Long> all = store.all()) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }
}
