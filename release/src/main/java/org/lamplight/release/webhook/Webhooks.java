package org.lamplight.release.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;
import org.lamplight.release.PartnerTopics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends every published release to the webhooks, for as long as it runs. */
public final class Webhooks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final int MOST_THREADS = 16;

    private final ScheduledExecutorService threads;
    private final List<Delivery> deliveries;
    private final List<ScheduledFuture<?>> schedules;

    private Webhooks(List<Delivery> deliveries) {
        this.deliveries = deliveries;
        AtomicInteger number = new AtomicInteger();
        threads = Executors.newScheduledThreadPool(
                Math.max(1, Math.min(deliveries.size(), MOST_THREADS)),
                task -> new Thread(task, "lamplight-webhook-" + number.incrementAndGet()));
        schedules = deliveries.stream().map(this::schedule).toList();
    }

    /**
     * Begins.
     *
     * @param database the reporting database
     * @param partners who can have a webhook
     * @throws IllegalArgumentException if a webhook is for none of them
     */
    public static Webhooks start(
            Jdbi database,
            PartnerTopics partners,
            Collection<Webhook> webhooks,
            Clock clock,
            RandomGenerator.SplittableGenerator random) {
        Sender sender = new Sender(PATIENCE);
        List<Delivery> deliveries = webhooks.stream()
                .map(webhook -> new Delivery(
                        database, webhook, recipient(webhook, partners), sender, new Retry(random.split()), clock))
                .toList();
        return new Webhooks(deliveries);
    }

    private ScheduledFuture<?> schedule(Delivery delivery) {
        return threads.scheduleWithFixedDelay(() -> run(delivery), 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static String recipient(Webhook webhook, PartnerTopics partners) {
        return partners.recipient(webhook.council())
                .orElseThrow(() -> new IllegalArgumentException("webhooks." + webhook.name() + ".council is "
                        + webhook.council() + ": the area book has no such council; county is the force area."));
    }

    private static void run(Delivery delivery) {
        try {
            delivery.run();
        } catch (RuntimeException e) {
            // An exception that left here would end the schedule; the database may be back next time.
            LOG.warn("A webhook's releases cannot be read or remembered; it is tried again.", e);
        }
    }

    /** What does not work at the moment, in sentences. */
    public List<String> troubles() {
        return deliveries.stream()
                .flatMap(delivery -> delivery.trouble().stream())
                .toList();
    }

    /** Ends; what was under way is sent again at the next start. */
    @Override
    public void close() {
        schedules.forEach(schedule -> schedule.cancel(true));
        threads.shutdownNow();
    }
}
