package org.lamplight.streams.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.internals.WrappedStateStore;
import org.junit.jupiter.api.Test;

class CommitCacheTest {
    private static final String NAME = "counts";
    /** More keys than are held. */
    private static final int KEYS = 30_000;

    private final StoreBuilder<KeyValueStore<String, Long>> plain = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore(NAME), Serdes.String(), Serdes.Long())
            .withLoggingDisabled();
    private final KeyValueStore<String, Long> cache = open();

    @Test
    void shouldWriteWhatChangedAtTheCommitAndOnlyThen() {
        cache.put("a", 1L);
        cache.put("a", 2L);
        cache.put("b", 1L);
        cache.delete("b");

        assertThat(cache.get("a")).isEqualTo(2);
        assertThat(cache.get("b")).isNull();
        assertThat(below().get("a")).isNull();

        commit();

        assertThat(below().get("a")).isEqualTo(2);
        assertThat(below().get("b")).isNull();
        assertThat(cache.get("a")).isEqualTo(2);
    }

    @Test
    void shouldShowWhatChangedToWhoeverAsksForAll() {
        cache.put("a", 1L);
        cache.putAll(List.of(KeyValue.pair("b", 2L), KeyValue.pair("c", 3L)));
        assertThat(cache.putIfAbsent("c", 4L)).isEqualTo(3);
        assertThat(cache.putIfAbsent("d", 4L)).isNull();

        assertThat(contents(cache.all())).isEqualTo(Map.of("a", 1L, "b", 2L, "c", 3L, "d", 4L));
        cache.delete("b");
        assertThat(contents(cache.range("a", "c"))).isEqualTo(Map.of("a", 1L, "c", 3L));
        assertThat(cache.approximateNumEntries()).isEqualTo(3);
    }

    @Test
    void shouldForgetWhatWasNotCommittedWhenItIsToBeForgotten() {
        cache.put("a", 1L);
        commit();
        cache.put("a", 2L);
        cache.put("b", 1L);

        ((WrappedStateStore<?, ?, ?>) cache).clearCache();

        assertThat(cache.get("a")).isEqualTo(1);
        assertThat(cache.get("b")).isNull();
    }

    @Test
    void shouldBeTheStoreWhateverIsDoneToIt() {
        Random random = new Random(1);
        Map<String, Long> expected = new HashMap<>();
        for (int step = 0; step < 300_000; step++) {
            String key = "key-" + random.nextInt(KEYS);
            assertThat(cache.get(key)).isEqualTo(expected.get(key));
            if (random.nextInt(4) == 0) {
                assertThat(cache.delete(key)).isEqualTo(expected.remove(key));
            } else {
                cache.put(key, (long) step);
                expected.put(key, (long) step);
            }
            if (random.nextInt(5_000) == 0) {
                commit();
            }
        }

        assertThat(contents(cache.all())).isEqualTo(new TreeMap<>(expected));
    }

    private KeyValueStore<String, Long> open() {
        KeyValueStore<String, Long> store =
                CommitCache.over(plain, CommitCache.MOST).build();
        store.init(new MockProcessorContext<>().getStateStoreContext(), store);
        return store;
    }

    /** As Kafka Streams does before each commit. */
    private void commit() {
        ((WrappedStateStore<?, ?, ?>) cache).flushCache();
    }

    @SuppressWarnings("unchecked") // it wraps what it was made over
    private KeyValueStore<String, Long> below() {
        return (KeyValueStore<String, Long>) ((WrappedStateStore<?, ?, ?>) cache).wrapped();
    }

    private static Map<String, Long> contents(KeyValueIterator<String, Long> entries) {
        Map<String, Long> contents = new TreeMap<>();
        List<String> keys = new ArrayList<>();
        try (entries) {
            entries.forEachRemaining(entry -> {
                contents.put(entry.key, entry.value);
                keys.add(entry.key);
            });
        }
        assertThat(keys).doesNotHaveDuplicates();
        return contents;
    }
}
