package org.lamplight.streams.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.lamplight.schemas.Topic;

/**
 * Fingerprints of the rows last sent, so that a restart sends no row again that has not changed.
 *
 * @param <V> type of the rows
 */
public final class SentRows<V extends SpecificRecord> {
    private final KeyValueStore<String, Long> store;
    private final BinaryMessageEncoder<V> encoder;

    /** The fingerprints of a topic's rows over their store. */
    public SentRows(KeyValueStore<String, Long> store, Topic<V> topic) {
        this.store = store;
        this.encoder = new BinaryMessageEncoder<>(SpecificData.getForClass(topic.valueType()), topic.schema());
    }

    /** A store of fingerprints. */
    public static StoreBuilder<KeyValueStore<String, Long>> store(Storage storage, String name) {
        return storage.store(name, Serdes.Long()).withCachingEnabled();
    }

    /** Notes a row (null for none) under a key, and says whether it differs from the one noted before. */
    public boolean note(String key, V row) {
        Long before = store.get(key);
        Long now = row == null ? null : fingerprint(row);
        if (now == null ? before == null : now.equals(before)) {
            return false;
        }
        store.put(key, now);
        return true;
    }

    /** Every key under which a row is noted. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, Long> all = store.all()) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }

    /** Covers the schema too: a release with more columns sends every row anew. */
    private long fingerprint(V row) {
        try {
            return SchemaNormalization.fingerprint64(encoder.encode(row).array());
        } catch (IOException e) {
            throw new UncheckedIOException("A row cannot be written.", e);
        }
    }
}
