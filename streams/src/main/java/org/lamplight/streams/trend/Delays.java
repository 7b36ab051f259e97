package org.lamplight.streams.trend;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.streams.deltas.Delta;
import org.lamplight.streams.rules.Delay;
import org.lamplight.streams.rules.Period;
import org.lamplight.streams.state.Storage;

/**
 * How many days after its week each incident of a series was first received: from this follows how complete a week is.
 * Kept from the beginning, because it cannot be had later; no row shows it yet.
 */
final class Delays {
    static final String STORE = "trend-delays";

    private final KeyValueStore<String, Long> store;

    Delays(KeyValueStore<String, Long> store) {
        this.store = store;
    }

    static StoreBuilder<KeyValueStore<String, Long>> store(Storage storage) {
        return storage.store(STORE, Serdes.Long()).withCachingEnabled();
    }

    void add(Delta delta) {
        Period.holding(PeriodKind.WEEK, delta.firstDay(), delta.lastDay())
                .ifPresent(week -> add(key(delta, week), delta.sign()));
    }

    private static String key(Delta delta, Period week) {
        return delta.series().key() + "/" + week.firstDay() + "/" + Delay.days(week, delta.firstReceivedAt());
    }

    private void add(String key, int by) {
        Long before = store.get(key);
        long after = (before == null ? 0 : before) + by;
        store.put(key, after == 0 ? null : after);
    }
}
