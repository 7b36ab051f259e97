package org.lamplight.streams.arrivals;

import java.time.LocalDate;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.streams.deltas.Series;
import org.lamplight.streams.state.Storage;

/** How many days after its week each incident of a series was first received, kept so that a restart finds it again. */
public final class Delays {
    /** Name of its store, which the stages of one partition share. */
    public static final String STORE = "trend-delays";

    private final KeyValueStore<String, Long> store;

    /** The delays over their store. */
    public Delays(KeyValueStore<String, Long> store) {
        this.store = store;
    }

    /** Its store; one for all stages. */
    public static StoreBuilder<KeyValueStore<String, Long>> store(Storage storage) {
        return storage.cached(STORE, Serdes.String(), Serdes.Long());
    }

    /** Counts so many more (or, if negative, fewer) incidents of a week that were received so many days after it. */
    public void add(Series series, Period week, int delay, long by) {
        String key = series.key() + "/" + week.firstDay() + "/" + delay;
        Long before = store.get(key);
        long after = (before == null ? 0 : before) + by;
        store.put(key, after == 0 ? null : after);
    }

    /** Receives what is kept. */
    @FunctionalInterface
    public interface Reader {
        void read(Series series, Period week, int delay, long count);
    }

    /** Reads everything that is kept. */
    public void forEach(Reader reader) {
        try (KeyValueIterator<String, Long> all = store.all()) {
            all.forEachRemaining(entry -> {
                String[] parts = entry.key.split("/", -1);
                reader.read(
                        new Series(parts[0], parts[1]),
                        new Period(PeriodKind.WEEK, LocalDate.parse(parts[2])),
                        Integer.parseInt(parts[3]),
                        entry.value);
            });
        }
    }
}
