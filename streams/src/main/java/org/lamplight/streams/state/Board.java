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
 * @param <T> an immutable value with equals
 */
public final class Board<T> {
    private final KeyValueStore<String, Posting<T>> store;
    private final T nothing;
    private final Set<String> due = new LinkedHashSet<>();

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
    public interface Publisher<T> {
        void publish(String key, T published, T now);
    }

    /**
     * The board over a store, which it searches for what is due.
     *
     * @param nothing the value of a key that has none; not stored
     */
    public Board(KeyValueStore<String, Posting<T>> store, T nothing) {
        this.store = store;
        this.nothing = nothing;
        try (KeyValueIterator<String, Posting<T>> all = store.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value.isDue()) {
                    due.add(entry.key);
                }
            });
        }
    }

    /** The store of a board. */
    public static <T> StoreBuilder<KeyValueStore<String, Posting<T>>> store(
            Storage storage, String name, int version, Binary.Writer<T> writer, Binary.Reader<T> reader) {
        return storage.store(name, serde(version, writer, reader)).withCachingEnabled();
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
    public void update(String key, UnaryOperator<T> change) {
        Posting<T> posting = posting(key);
        put(key, new Posting<>(change.apply(posting.now()), posting.published()));
        due.add(key);
    }

    /** The value of a key. */
    public T get(String key) {
        return posting(key).now();
    }

    /** Names every key whose value is something, with the value. */
    public void forEach(BiConsumer<String, T> action) {
        try (KeyValueIterator<String, Posting<T>> all = store.all()) {
            all.forEachRemaining(entry -> {
                if (!entry.value.now().equals(nothing)) {
                    action.accept(entry.key, entry.value.now());
                }
            });
        }
    }

    /** Publishes every value that differs from what was last published. */
    public void publish(Publisher<T> publisher) {
        for (String key : due) {
            Posting<T> posting = posting(key);
            if (posting.isDue()) {
                publisher.publish(key, posting.published(), posting.now());
                put(key, new Posting<>(posting.now(), posting.now()));
            }
        }
        due.clear();
    }

    private Posting<T> posting(String key) {
        Posting<T> posting = store.get(key);
        return posting == null ? new Posting<>(nothing, nothing) : posting;
    }

    private void put(String key, Posting<T> posting) {
        boolean isNothing = posting.now().equals(nothing) && !posting.isDue();
        store.put(key, isNothing ? null : posting);
    }
}
