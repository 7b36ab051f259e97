package org.lamplight.streams.surface;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.lamplight.streams.state.Storage;

/** The latest day on which an accepted version was received, remembered through a restart. */
final class DataClock {
    static final String STORE = "data-clock";

    private static final String KEY = "latest";

    private final KeyValueStore<String, Long> store;
    private Long latest;

    DataClock(KeyValueStore<String, Long> store) {
        this.store = store;
        this.latest = store.get(KEY);
    }

    static StoreBuilder<KeyValueStore<String, Long>> store(Storage storage) {
        return storage.store(STORE, Serdes.Long());
    }

    /** Never goes back. */
    void advance(LocalDate day) {
        if (latest == null || day.toEpochDay() > latest) {
            latest = day.toEpochDay();
            store.put(KEY, latest);
        }
    }

    /** The day; empty before the first receipt. */
    Optional<LocalDate> day() {
        return Optional.ofNullable(latest).map(LocalDate::ofEpochDay);
    }
}
