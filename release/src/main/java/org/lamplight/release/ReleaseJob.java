package org.lamplight.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.lamplight.areas.AreaBook;
import org.lamplight.release.plan.Decision;
import org.lamplight.release.plan.Draft;
import org.lamplight.release.plan.Ladder;
import org.lamplight.release.plan.Planner;
import org.lamplight.release.plan.Request;
import org.lamplight.schemas.Release;
import org.lamplight.schemas.ReleasedTrend;

/**
 * Makes releases. A release is prepared in the database, sent to all topics together with its record in the log in one
 * Kafka transaction, and then shown in the views. Whatever interrupts that, the next job completes it from what was
 * prepared: the log says whether the topics have it. So there is a release everywhere or nowhere.
 */
public final class ReleaseJob {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Jdbi database;
    private final Releases releases;
    private final Cluster cluster;
    private final PartnerTopics topics;
    private final Ladder ladder;
    private final ReleaseSettings settings;
    private final SecretKey key;

    /**
     * Does nothing yet.
     *
     * @param database the reporting database; every connection is closed after use
     * @param cluster where partners' topics are
     * @param book the areas
     * @param settings what is released, and how
     * @param key the release key; with another one, what is withheld and what noise is added would differ
     */
    public ReleaseJob(DataSource database, Cluster cluster, AreaBook book, ReleaseSettings settings, SecretKey key) {
        this.database = Jdbi.create(database);
        // Jdbi's messages would quote what was to be stored.
        this.database
                .getConfig(StatementExceptions.class)
                .setMessageRendering(StatementExceptions.MessageRendering.NONE);
        this.releases = new Releases(this.database);
        this.cluster = cluster;
        this.topics = PartnerTopics.of(book);
        this.ladder = settings.ladder(book);
        this.settings = settings;
        this.key = key;
    }

    /** Whether anything has ever been released. */
    public boolean hasReleased() {
        return translating(releases::newest).isPresent();
    }

    /**
     * Plans a release without publishing anything.
     *
     * @param asOf its date; a later one than today shows what is to be expected
     * @param progress hears of each step
     */
    public Outcome dryRun(LocalDate asOf, Consumer<Step> progress) {
        return translating(() -> plan(asOf, progress, Optional.empty()));
    }

    /**
     * Publishes what is due, after completing a release that was interrupted.
     *
     * @param asOf its date, not after today, or periods would be released that are not over
     * @param progress hears of each step
     * @throws ReleaseException if another job is at work, the database lacks reports, or the cluster refuses
     */
    public Outcome run(LocalDate asOf, Consumer<Step> progress) {
        return translating(() -> {
            Releases.Turn turn = releases.takeTurn();
            try {
                return runAlone(asOf, progress);
            } finally {
                turn.close();
            }
        });
    }

    private Outcome runAlone(LocalDate asOf, Consumer<Step> progress) {
        Optional<Releases.Whole> prepared = releases.prepared();
        prepared.ifPresent(whole -> complete(whole, progress));
        refuseForgotten();
        refuseEarlier(asOf);
        progress.accept(Step.WAITING);
        new Backlog(cluster, database, PATIENCE).await();
        Outcome planned =
                plan(asOf, progress, prepared.map(whole -> whole.release().getRelease()));
        return planned.draft().rows().isEmpty() ? planned : publish(planned, asOf, progress);
    }

    private Outcome plan(LocalDate asOf, Consumer<Step> progress, Optional<String> completed) {
        progress.accept(Step.COUNTING);
        Snapshot snapshot = Snapshot.take(database, ladder, settings, asOf, key);
        progress.accept(Step.PLANNING);
        Request request = new Request(releases.nextId(asOf), asOf, settings.settleDays(), settings.fill(), key);
        long began = System.nanoTime();
        Draft draft = Planner.plan(
                request, ladder, snapshot.families(), snapshot.counts(), snapshot.history(), snapshot.completeness());
        return new Outcome(draft, Duration.ofNanos(System.nanoTime() - began), Optional.empty(), completed);
    }

    private Outcome publish(Outcome planned, LocalDate asOf, Consumer<Step> progress) {
        Releases.Whole whole = new Releases.Whole(
                describe(planned.draft(), asOf), planned.draft().rows());
        progress.accept(Step.PREPARING);
        releases.prepare(whole);
        complete(whole, progress);
        return new Outcome(
                planned.draft(), planned.planning(), Optional.of(whole.release().getRelease()), planned.completed());
    }

    private void complete(Releases.Whole whole, Consumer<Step> progress) {
        String release = whole.release().getRelease();
        progress.accept(Step.SENDING);
        // The publisher first: only when every other is shut out, the log has its last word. Also for what this job has
        // just prepared: if it lost its turn and stood still, another may have completed it.
        try (Publisher publisher = new Publisher(cluster, topics)) {
            if (!Publisher.published(cluster).contains(release)) {
                publisher.publish(whole, () -> progress.accept(Step.COMMITTING));
            }
        }
        progress.accept(Step.COMPLETING);
        releases.publish(release);
    }

    private static <T> T translating(Supplier<T> work) {
        try {
            return work.get();
        } catch (ConnectionException e) {
            throw new ReleaseException(
                    "The reporting database does not answer. Is Lamplight running? Start it with: lamplight up", e);
        } catch (JdbiException e) {
            throw new ReleaseException(
                    "The reporting database does not do what a release needs. The log says why; then run lamplight"
                            + " release again.",
                    e);
        } catch (KafkaException e) {
            throw new ReleaseException(
                    "Kafka does not do what a release needs: " + e.getMessage() + " Then run lamplight release again.",
                    e);
        }
    }

    /** A release is audited against all that are out, so the database must know them all. */
    private void refuseForgotten() {
        Set<String> forgotten = Publisher.published(cluster);
        forgotten.removeAll(releases.ids());
        if (!forgotten.isEmpty()) {
            throw new ReleaseException("The reporting database does not know the releases " + forgotten
                    + ", which are out: it was restored from an older back-up. Restore one that was made after them.");
        }
    }

    private void refuseEarlier(LocalDate asOf) {
        releases.newest().filter(asOf::isBefore).ifPresent(newest -> {
            throw new ReleaseException("A release of " + newest + " is out, so none of " + asOf
                    + " can follow. Leave the date out, or name a later one.");
        });
    }

    private Release describe(Draft draft, LocalDate asOf) {
        Map<String, Long> reasons = new TreeMap<>();
        draft.decisions().stream()
                .map(Decision::reasons)
                .forEach(each -> each.forEach((reason, cells) -> reasons.merge(reason, cells, Long::sum)));
        return Release.newBuilder()
                .setRelease(draft.rows().get(0).getRelease())
                .setAsOf(asOf)
                .setRows(topics.count(draft.rows()))
                .setSha256(sha256(draft.rows()))
                .setSettings(settings.shown())
                .setReasons(reasons)
                .setAudit(draft.audit().figures())
                .build();
    }

    /** SHA-256 of the rows in Avro's single-object encoding, one after the other. */
    private static String sha256(List<ReleasedTrend> rows) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (ReleasedTrend row : rows) {
                digest.update(row.toByteBuffer());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
