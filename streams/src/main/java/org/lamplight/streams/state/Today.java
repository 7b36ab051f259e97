package org.lamplight.streams.state;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.lamplight.streams.Live;
import org.lamplight.streams.rules.Calendar;

/**
 * The last local date that counts. By the data clock it is the latest day on which an accepted version was received,
 * remembered through a restart, though never a day that has not come; by the wall clock it is the current one.
 */
public final class Today {
    /** Name of its store, which the stages of one partition share. */
    public static final String STORE = "data-clock";

    private static final String KEY = "latest";

    private final Live live;
    private final KeyValueStore<String, Long> store;
    private Long latest;

    /** The day over its store. */
    public Today(Live live, KeyValueStore<String, Long> store) {
        this.live = live;
        this.store = store;
        this.latest = store.get(KEY);
    }

    /** Its store; one for all stages. */
    public static StoreBuilder<KeyValueStore<String, Long>> store(Storage storage) {
        return storage.store(STORE, Serdes.Long());
    }

    /** Notes a day of receipt; the latest never goes back. */
    public void advance(LocalDate day) {
        if (latest == null || day.toEpochDay() > latest) {
            latest = day.toEpochDay();
            store.put(KEY, latest);
        }
    }

    /** The day; empty before the first receipt. */
    public Optional<LocalDate> day() {
        LocalDate current = Calendar.day(live.clock().instant());
        return switch (live.asOf()) {
            case WALL -> Optional.of(current);
            case DATA ->
                Optional.ofNullable(latest).map(LocalDate::ofEpochDay).map(day -> day.isAfter(current) ? current : day);
        };
    }
}
