package org.lamplight.streams.register;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.lamplight.areas.AreaBook;
import org.lamplight.schemas.Incident;
import org.lamplight.schemas.Removal;
import org.lamplight.streams.register.Change.Verdict;
import org.lamplight.streams.register.Entry.Removed;
import org.lamplight.streams.register.Entry.Standing;
import org.lamplight.streams.register.Entry.Withdrawn;
import org.lamplight.streams.rules.Precedence;
import org.lamplight.streams.rules.Version;
import org.lamplight.streams.state.Stage;
import org.lamplight.streams.state.Storage;

/**
 * Keeps the latest version of every report and says what each arriving version changes. What stands lies in the areas of
 * the present area book: where the book has changed, every report is placed anew, as if its source had corrected it.
 */
public final class Register implements Processor<String, Version, String, Change> {
    private static final String STORE = "register";

    private final Placing placing;
    private ProcessorContext<String, Change> context;
    private KeyValueStore<String, Entry> entries;

    Register(Placing placing) {
        this.placing = placing;
    }

    /**
     * The stage with its stores.
     *
     * @param book the area book that the versions which arrive are placed by
     * @param incidents the serde of core.incident
     */
    public static Stage<String, Version, String, Change> stage(
            AreaBook book, Serde<Incident> incidents, Storage storage) {
        long fingerprint = book.fingerprint();
        return Stage.of(
                () -> new Register(new Placing(book, fingerprint)),
                storage.store(STORE, EntrySerde.of(incidents)),
                Placing.store(storage));
    }

    @Override
    public void init(ProcessorContext<String, Change> context) {
        this.context = context;
        entries = context.getStateStore(STORE);
        placing.begin(context, entries);
    }

    @Override
    public void process(Record<String, Version> record) {
        Version version = record.value();
        Entry before = entries.get(version.id());
        Entry after = after(before, version);
        if (!after.equals(before)) {
            entries.put(version.id(), after);
        }
        context.forward(record.withKey(version.id())
                .withValue(new Change(version, verdict(version, before, after), standing(before), standing(after))));
    }

    private static Entry after(Entry before, Version version) {
        if (version.removal().isPresent() || before instanceof Removed) {
            return new Removed();
        }
        return before == null ? entry(version, version.revision(), version.receivedAt()) : next(before, version);
    }

    private static Entry next(Entry before, Version version) {
        OptionalLong revision = Precedence.after(before.revision(), version.revision());
        if (before instanceof Standing standing) {
            return !Precedence.overIncident(standing.revision(), version.revision())
                            || repeats(standing, version, revision)
                    ? standing
                    : entry(version, revision, standing.firstReceivedAt());
        }
        return Precedence.overWithdrawal(before.revision(), version.revision())
                ? entry(version, revision, version.receivedAt())
                : before;
    }

    private static Entry entry(Version version, OptionalLong revision, Instant firstReceivedAt) {
        return version.incident()
                .<Entry>map(incident -> new Standing(incident, revision, firstReceivedAt))
                .orElseGet(() -> new Withdrawn(revision));
    }

    /** Whether the version says again what stands; that it was received again is no news. */
    private static boolean repeats(Standing standing, Version version, OptionalLong revision) {
        return standing.revision().equals(revision)
                && version.incident()
                        .map(incident -> Incident.newBuilder(incident)
                                .setReceivedAt(standing.incident().getReceivedAt())
                                .build())
                        .filter(standing.incident()::equals)
                        .isPresent();
    }

    private static Verdict verdict(Version version, Entry before, Entry after) {
        if (after.equals(before)
                || (version.removal().isPresent() && !(before instanceof Standing))
                || (before instanceof Withdrawn && after instanceof Withdrawn)) {
            return Verdict.SUPERSEDED;
        }
        if (after instanceof Standing) {
            return before == null ? Verdict.NEW : before instanceof Standing ? Verdict.CORRECTED : Verdict.REINSTATED;
        }
        return version.removal().filter(Removal.EXPIRED::equals).isPresent() ? Verdict.EXPIRED : Verdict.WITHDRAWN;
    }

    private static Optional<Standing> standing(Entry entry) {
        return Optional.ofNullable(entry instanceof Standing standing ? standing : null);
    }
}
