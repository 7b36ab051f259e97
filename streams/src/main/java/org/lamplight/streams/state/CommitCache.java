package org.lamplight.streams.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.WrappedStateStore;

/**
 * A store whose values stay objects from one commit to the next: a count that changes a thousand times between two commits is
 * encoded, stored and logged once. Kafka's own cache holds bytes, which every access decodes and encodes again. Values must be
 * immutable.
 *
 * @param <K> type of the keys
 * @param <V> type of the values
 */
final class CommitCache<K, V> extends WrappedStateStore<KeyValueStore<K, V>, K, V> implements KeyValueStore<K, V> {
    /** So many changed values are held at most, and as many that are as the store has them unless said otherwise. */
    static final int MOST = 8_192;

    private final Map<K, Optional<V>> changed = new LinkedHashMap<>();
    private final Map<K, Optional<V>> known;

    private CommitCache(KeyValueStore<K, V> store, int mostKnown) {
        super(store);
        known = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Optional<V>> eldest) {
                return size() > mostKnown;
            }
        };
    }

    /**
     * Holds the values of a store.
     *
     * @param mostKnown how many that are as the store has them
     */
    static <K, V> StoreBuilder<KeyValueStore<K, V>> over(StoreBuilder<KeyValueStore<K, V>> store, int mostKnown) {
        return new Builder<>(store, mostKnown);
    }

    @Override
    public V get(K key) {
        Optional<V> value = changed.get(key);
        if (value == null) {
            value = known.computeIfAbsent(
                    key, unseen -> Optional.ofNullable(wrapped().get(unseen)));
        }
        return value.orElse(null);
    }

    @Override
    public void put(K key, V value) {
        changed.put(key, Optional.ofNullable(value));
        if (changed.size() > MOST) {
            write();
        }
    }

    @Override
    public V putIfAbsent(K key, V value) {
        V before = get(key);
        if (before == null) {
            put(key, value);
        }
        return before;
    }

    @Override
    public void putAll(List<KeyValue<K, V>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public V delete(K key) {
        V before = get(key);
        put(key, null);
        return before;
    }

    /** What is asked for more than one key is answered by the store, which must know everything then. */
    private KeyValueStore<K, V> written() {
        write();
        return wrapped();
    }

    private void write() {
        changed.forEach((key, value) -> {
            wrapped().put(key, value.orElse(null));
            known.put(key, value);
        });
        changed.clear();
    }

    @Override
    public KeyValueIterator<K, V> range(K from, K to) {
        return written().range(from, to);
    }

    @Override
    public KeyValueIterator<K, V> reverseRange(K from, K to) {
        return written().reverseRange(from, to);
    }

    @Override
    public KeyValueIterator<K, V> all() {
        return written().all();
    }

    @Override
    public KeyValueIterator<K, V> reverseAll() {
        return written().reverseAll();
    }

    @Override
    public <PS extends Serializer<P>, P> KeyValueIterator<K, V> prefixScan(P prefix, PS serializer) {
        return written().prefixScan(prefix, serializer);
    }

    @Override
    public long approximateNumEntries() {
        return written().approximateNumEntries();
    }

    /** Called before each commit, while records can still be sent to the changelog. */
    @Override
    public void flushCache() {
        write();
        super.flushCache();
    }

    @Override
    public void clearCache() {
        forget();
        super.clearCache();
    }

    /** What a task had not committed when it ended is not to be found when it begins again. */
    @Override
    public void close() {
        forget();
        super.close();
    }

    private void forget() {
        changed.clear();
        known.clear();
    }

    /** Makes one for each task. */
    private record Builder<K, V>(StoreBuilder<KeyValueStore<K, V>> store, int mostKnown)
            implements StoreBuilder<KeyValueStore<K, V>> {
        @Override
        public KeyValueStore<K, V> build() {
            return new CommitCache<>(store.build(), mostKnown);
        }

        @Override
        public StoreBuilder<KeyValueStore<K, V>> withCachingEnabled() {
            return new Builder<>(store.withCachingEnabled(), mostKnown);
        }

        @Override
        public StoreBuilder<KeyValueStore<K, V>> withCachingDisabled() {
            return new Builder<>(store.withCachingDisabled(), mostKnown);
        }

        @Override
        public StoreBuilder<KeyValueStore<K, V>> withLoggingEnabled(Map<String, String> config) {
            return new Builder<>(store.withLoggingEnabled(config), mostKnown);
        }

        @Override
        public StoreBuilder<KeyValueStore<K, V>> withLoggingDisabled() {
            return new Builder<>(store.withLoggingDisabled(), mostKnown);
        }

        @Override
        public Map<String, String> logConfig() {
            return store.logConfig();
        }

        @Override
        public boolean loggingEnabled() {
            return store.loggingEnabled();
        }

        @Override
        public String name() {
            return store.name();
        }
    }
}
