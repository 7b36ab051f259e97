package org.lamplight.release.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What the database remembers of one webhook: which releases it has got, and what does not work. */
public final class Deliveries {
    private static final String ADD = """
            insert into lamplight.webhook (webhook, next_attempt_at) values (:webhook, :now) on conflict do nothing
            """;

    private static final String WAITING = """
            select release.release, coalesce(delivery.pages, 0) as pages
            from lamplight.release
            left join lamplight.webhook_delivery delivery
                on delivery.release = release.release and delivery.webhook = :webhook
            where release.status = 'PUBLISHED' and delivery.delivered_at is null
            order by release.published_at, release.release
            """;

    private static final String TAKEN = """
            insert into lamplight.webhook_delivery (webhook, release, pages, delivered_at)
            values (:webhook, :release, :pages, :delivered)
            on conflict (webhook, release) do update set pages = excluded.pages, delivered_at = excluded.delivered_at
            """;

    private static final String WORKS = """
            update lamplight.webhook
            set failures = 0, next_attempt_at = :now, failing_since = null, problem = null, disabled_at = null
            where webhook = :webhook
            """;

    private static final String FAILED = """
            update lamplight.webhook
            set failures = failures + 1, next_attempt_at = :next, failing_since = coalesce(failing_since, :now),
                problem = :problem, disabled_at = :disabled
            where webhook = :webhook
            """;

    private static final String FORGET = """
            delete from lamplight.webhook_delivery delivery
            using lamplight.release later, lamplight.release first
            where delivery.webhook = :webhook and later.release = delivery.release and first.release = :release
                and (later.published_at, later.release) >= (first.published_at, first.release)
            """;

    private final Handle handle;
    private final String webhook;

    /**
     * Of one webhook.
     *
     * @param handle a connection
     * @param webhook the webhook's name
     */
    public Deliveries(Handle handle, String webhook) {
        this.handle = handle;
        this.webhook = webhook;
    }

    /**
     * How a webhook is doing.
     *
     * @param failures attempts that have failed since one was taken
     * @param nextAttempt when to try again
     * @param failingSince when the first of them failed; empty if none has
     * @param problem what was wrong with the last one, a sentence; empty if none has
     * @param disabled since when it is not tried any more; empty if it is
     */
    public record State(
            int failures,
            Instant nextAttempt,
            Optional<Instant> failingSince,
            Optional<String> problem,
            Optional<Instant> disabled) {}

    /**
     * A release that has not been taken as a whole.
     *
     * @param release id of the release
     * @param pages how many of its pages have been taken
     */
    public record Waiting(String release, int pages) {}

    /** How it is doing; empty if nothing was ever to be sent. */
    public Optional<State> state() {
        return state("");
    }

    /** Makes it known. Not in the transaction that locks it, in which others would wait for this. */
    void add(Instant now) {
        update(ADD, now);
    }

    /** How it is doing, locked until the end of the transaction; empty if somebody else has it locked. */
    Optional<State> tryLock() {
        return state("for update skip locked");
    }

    /** The releases that it has not got, in the order in which they were published. */
    public List<Waiting> waiting() {
        return handle.createQuery(WAITING)
                .bind("webhook", webhook)
                .map((row, context) -> new Waiting(row.getString("release"), row.getInt("pages")))
                .list();
    }

    /** A page was taken. */
    void taken(String release, int page, boolean last, Instant now) {
        handle.createUpdate(TAKEN)
                .bind("webhook", webhook)
                .bind("release", release)
                .bind("pages", page)
                .bind("delivered", last ? utc(now) : null)
                .execute();
        update(WORKS, now);
    }

    /** A page was not taken. */
    void failed(String problem, Instant now, Instant next, boolean disable) {
        handle.createUpdate(FAILED)
                .bind("webhook", webhook)
                .bind("problem", problem)
                .bind("now", utc(now))
                .bind("next", utc(next))
                .bind("disabled", disable ? utc(now) : null)
                .execute();
    }

    /**
     * Has a release and all later ones sent again, or only what is waiting. A webhook that was disabled is tried again.
     *
     * @param release id of the release; empty for what is waiting
     */
    public void replay(Optional<String> release, Instant now) {
        add(now);
        // Waits for a delivery that is under way, which would otherwise be remembered after it was to be forgotten.
        state("for update");
        release.ifPresent(from -> handle.createUpdate(FORGET)
                .bind("webhook", webhook)
                .bind("release", from)
                .execute());
        update(WORKS, now);
    }

    private Optional<State> state(String lock) {
        return handle.createQuery("select * from lamplight.webhook where webhook = :webhook " + lock)
                .bind("webhook", webhook)
                .map((row, context) -> new State(
                        row.getInt("failures"),
                        instant(row, "next_attempt_at").orElseThrow(),
                        instant(row, "failing_since"),
                        Optional.ofNullable(row.getString("problem")),
                        instant(row, "disabled_at")))
                .findOne();
    }

    private void update(String sql, Instant now) {
        handle.createUpdate(sql).bind("webhook", webhook).bind("now", utc(now)).execute();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
