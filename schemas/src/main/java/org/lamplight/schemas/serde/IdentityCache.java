package org.lamplight.schemas.serde;

import java.util.IdentityHashMap;
import java.util.function.Function;

/**
 * Remembers what was made of an object, by identity: comparing two schemas costs more than encoding a record. A
 * producer that makes a new schema for every record would fill it, so it starts afresh when it is full. Safe for use by
 * many threads; reading takes no lock.
 */
public final class IdentityCache<K, V> {
    private static final int CAPACITY = 256;

    private volatile IdentityHashMap<K, V> entries = new IdentityHashMap<>();

    /** What was made of the key before, or is made of it now. */
    public V get(K key, Function<K, V> make) {
        V value = entries.get(key);
        return value != null ? value : add(key, make);
    }

    private synchronized V add(K key, Function<K, V> make) {
        V value = make.apply(key);
        IdentityHashMap<K, V> copy =
                entries.size() < CAPACITY ? new IdentityHashMap<>(entries) : new IdentityHashMap<>();
        copy.put(key, value);
        entries = copy;
        return value;
    }
}
