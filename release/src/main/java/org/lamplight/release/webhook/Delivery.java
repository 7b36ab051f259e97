package org.lamplight.release.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lamplight.release.PublishedReleases;
import org.lamplight.release.ReleaseDocument;
import org.lamplight.release.webhook.Deliveries.State;
import org.lamplight.release.webhook.Deliveries.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings published releases to one webhook: page by page, in order, each at least once. */
final class Delivery {
    /** Rows in one request, which is about 600 kB. */
    static final int PAGE = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Jdbi database;
    private final Webhook webhook;
    private final String recipient;
    private final Sender sender;
    private final Retry retry;
    private final Clock clock;
    private volatile Optional<String> trouble = Optional.empty();

    Delivery(Jdbi database, Webhook webhook, String recipient, Sender sender, Retry retry, Clock clock) {
        this.database = database;
        this.webhook = webhook;
        this.recipient = recipient;
        this.sender = sender;
        this.retry = retry;
        this.clock = clock;
    }

    /** Sends all that is due, until one request is not taken. */
    void run() {
        database.useHandle(handle -> new Deliveries(handle, webhook.name()).add(clock.instant()));
        boolean taken = true;
        while (taken && !Thread.currentThread().isInterrupted()) {
            // The lock that goes with the transaction keeps others from sending the same page meanwhile.
            taken = database.inTransaction(this::sendNext);
        }
    }

    /** What must be known to people; empty if all is well. */
    Optional<String> trouble() {
        return trouble;
    }

    private boolean sendNext(Handle handle) {
        Deliveries deliveries = new Deliveries(handle, webhook.name());
        Optional<State> state = deliveries.tryLock();
        state.ifPresent(this::watch);
        Optional<Waiting> next = state.filter(this::isDue)
                .flatMap(due -> deliveries.waiting().stream().findFirst());
        return next.isPresent() && send(handle, deliveries, state.get(), next.get());
    }

    private void watch(State state) {
        trouble = state.disabled()
                .map(since -> "The webhook " + webhook.name() + " is not tried any more: "
                        + state.problem().orElse("")
                        + " When it works again, run lamplight webhooks replay.");
    }

    private boolean isDue(State state) {
        return state.disabled().isEmpty() && !state.nextAttempt().isAfter(clock.instant());
    }

    private boolean send(Handle handle, Deliveries deliveries, State state, Waiting next) {
        ReleaseDocument page = PublishedReleases.find(handle, next.release(), recipient)
                .orElseThrow()
                .page(next.pages() + 1, PAGE);
        // No dot, which separates the id from what follows it when it is signed.
        String id = String.join("_", page.release(), recipient, Integer.toString(page.page()));
        Optional<Sender.Failure> failure = sender.send(webhook, id, clock.instant(), page.json());
        if (failure.isPresent()) {
            failed(deliveries, state, failure.get());
        } else {
            deliveries.taken(page.release(), page.page(), page.isLast(), clock.instant());
        }
        return failure.isEmpty();
    }

    private void failed(Deliveries deliveries, State state, Sender.Failure failure) {
        Instant now = clock.instant();
        Instant since = state.failingSince().orElse(now);
        boolean disable = failure.gone() || Duration.between(since, now).compareTo(Retry.GIVE_UP) >= 0;
        Instant next = now.plus(retry.after(state.failures() + 1));
        deliveries.failed(failure.problem(), now, next, disable);
        LOG.warn(
                "The webhook {} is {}: {}",
                webhook.name(),
                disable ? "not tried any more" : "tried again at " + next,
                failure.problem());
    }
}
