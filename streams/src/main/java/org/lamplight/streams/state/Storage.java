package org.lamplight.streams.state;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Where stores stand. Either way Kafka holds a changelog of each, from which it is restored. */
public enum Storage {
    /** On disk (RocksDB): a restart goes on with what is there. */
    DISK,
    /** On the heap: a restart reads the changelogs. */
    MEMORY;

    /** A store with text keys. */
    public <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return store(name, Serdes.String(), values);
    }

    /** A store of which the same values, which are immutable, change again and again. */
    public <K, V> StoreBuilder<KeyValueStore<K, V>> cached(String name, Serde<K> keys, Serde<V> values) {
        return cached(name, keys, values, CommitCache.MOST);
    }

    /**
     * Such a store whose values are larger or smaller than others.
     *
     * @param atHand how many of them are held as objects that have not changed since the last commit
     */
    public <K, V> StoreBuilder<KeyValueStore<K, V>> cached(String name, Serde<K> keys, Serde<V> values, int atHand) {
        return CommitCache.over(store(name, keys, values), atHand);
    }

    private <K, V> StoreBuilder<KeyValueStore<K, V>> store(String name, Serde<K> keys, Serde<V> values) {
        return Stores.keyValueStoreBuilder(supplier(name), keys, values);
    }

    private KeyValueBytesStoreSupplier supplier(String name) {
        return switch (this) {
            case DISK -> Stores.persistentKeyValueStore(name);
            case MEMORY -> Stores.inMemoryKeyValueStore(name);
        };
    }
}
