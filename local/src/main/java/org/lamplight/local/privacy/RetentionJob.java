package org.lamplight.local.privacy;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what is due at once and then at regular intervals, and logs how much that was. */
public final class RetentionJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "lamplight-retention"));
    private final Retention retention;

    private RetentionJob(Retention retention) {
        this.retention = retention;
    }

    /** Begins. */
    public static RetentionJob start(Retention retention, Duration every) {
        RetentionJob job = new RetentionJob(retention);
        var unused = job.thread.scheduleWithFixedDelay(job::run, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        return job;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("The retention job does not stop.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            for (Removed removed : retention.run()) {
                LOG.info(
                        "Removed {} of {} from {}, kept longer than {}.",
                        removed.count(),
                        removed.source().isEmpty() ? "unknown sources" : removed.source(),
                        removed.store(),
                        removed.olderThan());
            }
        } catch (RuntimeException e) {
            // The next run may succeed; an exception that left here would be the last.
            if (!thread.isShutdown()) {
                LOG.warn("What is due could not be removed; the next run tries again.", e);
            }
        }
    }
}
