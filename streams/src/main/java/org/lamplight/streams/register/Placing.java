package org.lamplight.streams.register;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.lamplight.areas.AreaBook;
import org.lamplight.schemas.Incident;
import org.lamplight.streams.register.Change.Verdict;
import org.lamplight.streams.register.Entry.Standing;
import org.lamplight.streams.rules.Normaliser;
import org.lamplight.streams.rules.Version;
import org.lamplight.streams.state.Storage;

/**
 * Goes through the register after a start under another area book, some reports at a time between those that arrive, and
 * gives each the areas of its cell. A restart on the way begins again, and finds what was done done.
 */
final class Placing {
    private static final String STORE = "register-book";
    private static final String KEY = "book";
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int PORTION = 2_000;

    private final Normaliser normaliser;
    private final long book;
    private ProcessorContext<String, Change> context;
    private KeyValueStore<String, Entry> entries;
    private KeyValueStore<String, Long> placedBy;
    private Cancellable portions;
    private String next;

    /**
     * By a book.
     *
     * @param fingerprint the book's, which is the same for all tasks
     */
    Placing(AreaBook book, long fingerprint) {
        this.normaliser = new Normaliser(book);
        this.book = fingerprint;
    }

    /** The store that remembers by which book everything in the register is placed. */
    static StoreBuilder<KeyValueStore<String, Long>> store(Storage storage) {
        return storage.store(STORE, Serdes.Long());
    }

    /** Begins, where the book is another than before. */
    void begin(ProcessorContext<String, Change> theContext, KeyValueStore<String, Entry> theEntries) {
        context = theContext;
        entries = theEntries;
        placedBy = context.getStateStore(STORE);
        Long before = placedBy.get(KEY);
        if (before == null || before != book) {
            portions = context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, this::placePortion);
        }
    }

    private void placePortion(long now) {
        try (KeyValueIterator<String, Entry> rest = entries.range(next, null)) {
            for (int count = 0; rest.hasNext() && count < PORTION; count++) {
                KeyValue<String, Entry> entry = rest.next();
                if (entry.value instanceof Standing standing) {
                    place(entry.key, standing, now);
                }
            }
            next = rest.hasNext() ? rest.peekNextKey() : null;
        }
        if (next == null) {
            placedBy.put(KEY, book);
            portions.cancel();
        }
    }

    private void place(String id, Standing before, long now) {
        Incident incident = normaliser.placed(before.incident());
        if (!incident.equals(before.incident())) {
            Standing after = new Standing(incident, before.revision(), before.firstReceivedAt());
            entries.put(id, after);
            Version version = new Version(
                    id,
                    incident.getSource(),
                    before.revision(),
                    incident.getReceivedAt(),
                    Optional.of(incident),
                    Optional.empty());
            context.forward(new Record<>(
                    id, new Change(version, Verdict.PLACED, Optional.of(before), Optional.of(after)), now));
        }
    }
}
