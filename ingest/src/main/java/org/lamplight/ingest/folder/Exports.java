package org.lamplight.ingest.folder;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.lamplight.ingest.source.Position;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the exports to read: looks into the inbox, claims files, knows them by their bytes and how far each was read. */
final class Exports {
    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);

    /** How many files a look remembers; more lie in the inbox until the next. */
    private static final int LOOK = 10_000;
    /** How many files, and bytes, are claimed at once: asking for all their positions costs no more than for one. */
    private static final int CLAIM = 64;

    private static final long CLAIM_BYTES = 64L << 20;

    private final Folders folders;
    private final Inbox inbox;
    private final Ledger ledger;
    private final Partitions partitions;
    private final OffsetStorageReader offsets;
    private final Deque<Found> found = new ArrayDeque<>();
    private final Deque<Started> ready = new ArrayDeque<>();

    /**
     * An export and how far it was read before.
     *
     * @param export the export
     * @param position how far
     */
    record Started(Export export, Position position) {}

    Exports(Folders folders, Inbox inbox, Ledger ledger, Partitions partitions, OffsetStorageReader offsets) {
        this.folders = folders;
        this.inbox = inbox;
        this.ledger = ledger;
        this.partitions = partitions;
        this.offsets = offsets;
    }

    /** The next export to read; empty while there is none. */
    Optional<Started> next() {
        if (ready.isEmpty()) {
            start(claim());
        }
        return Optional.ofNullable(ready.poll());
    }

    /** Whether no file is known to wait. */
    boolean idle() {
        return found.isEmpty();
    }

    private List<Export> claim() {
        look();
        List<Export> claimed = new ArrayList<>();
        long bytes = 0;
        while (!found.isEmpty() && claimed.size() < CLAIM && bytes < CLAIM_BYTES) {
            Found next = found.poll();
            claim(next).ifPresent(claimed::add);
            bytes += next.stamp().size();
        }
        return claimed;
    }

    private void look() {
        if (!found.isEmpty()) {
            return;
        }
        try {
            found.addAll(inbox.look(LOOK, ledger::holds));
        } catch (IOException e) {
            LOG.warn("The inbox {} cannot be looked into ({}); trying again.", folders.inbox(), e.toString());
        }
    }

    private Optional<Export> claim(Found next) {
        try {
            Path path = next.claimed() ? next.path() : folders.claim(next.path());
            Export export = Export.of(path, folders.inbox());
            if (export.unchanged()) {
                return Optional.of(export);
            }
            release(export, Fate.CHANGED);
        } catch (NoSuchFileException e) {
            LOG.info("{} was taken away before it was read.", next.path());
        } catch (IOException e) {
            LOG.warn("{} cannot be taken ({}); trying again.", next.path(), e.toString());
        }
        return Optional.empty();
    }

    private void start(List<Export> exports) {
        if (exports.isEmpty()) {
            return;
        }
        Map<Map<String, String>, Map<String, Object>> known = offsets.offsets(
                exports.stream().map(export -> partitions.of(export.origin())).collect(Collectors.toSet()));
        for (Export export : exports) {
            start(export, Position.of(known.get(partitions.of(export.origin()))));
        }
    }

    private void start(Export export, Position position) {
        if (ledger.holds(export.origin().sha256()) || position.complete()) {
            LOG.info(
                    "{} has been read before, under this name or another.",
                    export.path().getFileName());
            release(export, position.refused() ? Fate.FAILED : Fate.DONE);
            return;
        }
        ledger.open(export);
        ready.add(new Started(export, position));
    }

    /**
     * Lets go of an export, and looks once more whether it is still the one that was read. Where that fails, it stays
     * claimed and is found again.
     */
    void release(Export export, Fate fate) {
        try {
            Fate found = export.unchanged() ? fate : Fate.CHANGED;
            folders.release(export.path(), export.origin().sha256(), found);
            // Its records and rejected rows have the same SHA-256 beside them: so one finds the records of a file.
            LOG.info(
                    "{}, SHA-256 {}, is {}.",
                    export.path().getFileName(),
                    export.origin().sha256(),
                    found);
        } catch (NoSuchFileException e) {
            LOG.warn("{} was taken away while it was read, or before it could be moved.", export.path());
            folders.forget(export.path());
        } catch (IOException e) {
            LOG.warn(
                    "{} cannot be moved out of {} ({}); trying again.", export.path(), folders.claimed(), e.toString());
        }
    }
}
