package org.lamplight.streams.state;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Values that may change many times before they are published once. What was last published is kept beside what holds
 * now, in the same store: so a restart between the two publishes what is due, and nothing twice.
 *
 * @param <K> an immutable key with equals
 * @param <T> an immutable value with equals
 */
public final class Board<K, T> {
    private final KeyValueStore<K, Posting<T>> store;
    private final T nothing;
    private final Set<K> due = new LinkedHashSet<>();

    /**
     * What holds and what was said.
     *
     * @param now the value
     * @param published the value last published
     */
    public record Posting<T>(T now, T published) {
        boolean isDue() {
            return !now.equals(published);
        }
    }

    /** Receives what is due. */
    @FunctionalInterface
    public interface Publisher<K, T> {
        void publish(K key, T published, T now);
    }

    /**
     * The board over a store, which it searches for what is due.
     *
     * @param nothing the value of a key that has none; not stored
     */
    public Board(KeyValueStore<K, Posting<T>> store, T nothing) {
        this.store = store;
        this.nothing = nothing;
        try (KeyValueIterator<K, Posting<T>> all = store.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value.isDue()) {
                    due.add(entry.key);
                }
            });
        }
    }

    /** The store of a board. */
    public static <K, T> StoreBuilder<KeyValueStore<K, Posting<T>>> store(
            Storage storage,
            String name,
            Serde<K> keys,
            int version,
            Binary.Writer<T> writer,
            Binary.Reader<T> reader) {
        return storage.cached(name, keys, serde(version, writer, reader));
    }

    static <T> Serde<Posting<T>> serde(int version, Binary.Writer<T> writer, Binary.Reader<T> reader) {
        return Binary.serde(
                version,
                (posting, out) -> {
                    writer.write(posting.now(), out);
                    writer.write(posting.published(), out);
                },
                in -> new Posting<>(reader.read(in), reader.read(in)));
    }

    /** Changes a value. */
    public void update(K key, UnaryOperator<T> change) {
        Posting<T> posting = posting(key);
        put(key, new Posting<>(change.apply(posting.now()), posting.published()));
        due.add(key);
    }

    /** The value of a key. */
    public T get(K key) {
        return posting(key).now();
    }

    /** Names every key whose value is something, with the value. */
    public void forEach(BiConsumer<K, T> action) {
        try (KeyValueIterator<K, Posting<T>> all = store.all()) {
            all.forEachRemaining(entry -> {
                if (!entry.value.now().equals(nothing)) {
                    action.accept(entry.key, entry.value.now());
                }
            });
        }
    }

    /** Publishes every value that differs from what was last published. */
    public void publish(Publisher<K, T> publisher) {
        for (K key : due) {
            Posting<T> posting = posting(key);
            if (posting.isDue()) {
                publisher.publish(key, posting.published(), posting.now());
                put(key, new Posting<>(posting.now(), posting.now()));
            }
        }
        due.clear();
    }

    private Posting<T> posting(K key) {
        Posting<T> posting = store.get(key);
        return posting == null ? new Posting<>(nothing, nothing) : posting;
    }

    private void put(K key, Posting<T> posting) {
        boolean isNothing = posting.now().equals(nothing) && !posting.isDue();
        store.put(key, isNothing ? null : posting);
    }
}
