package org.lamplight.local.parts;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.lamplight.release.Outcome;
import org.lamplight.release.ReleaseJob;
import org.lamplight.streams.rules.Calendar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Releases what is due every day at the same time, and once at the start, for that may have been missed. Never makes the
 * first release: what has once been released stays, so a person looks at it before. A failure does not stop anything
 * else; it is tried again an hour later.
 */
public final class ReleaseSchedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseSchedule.class);
    private static final Duration LOOK = Duration.ofSeconds(20);
    private static final Duration AFTER_FAILURE = Duration.ofHours(1);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "lamplight-release"));
    private final ReleaseJob job;
    private final Optional<LocalTime> at;
    private final Clock clock;
    private ZonedDateTime next;
    private volatile List<String> troubles = List.of();

    /**
     * Releases nothing yet.
     *
     * @param at London time of day; empty for never
     */
    public ReleaseSchedule(ReleaseJob job, Optional<LocalTime> at, Clock clock) {
        this.job = job;
        this.at = at;
        this.clock = clock;
        this.next = now();
    }

    /** Begins, when all that is to be counted first has been. */
    public void begin() {
        at.ifPresent(time -> {
            ScheduledFuture<?> unused =
                    thread.scheduleWithFixedDelay(() -> look(time), 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    /** What did not work the last time, in sentences. */
    public List<String> troubles() {
        return troubles;
    }

    /** Waits for a release that is being published. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                // The next job completes it, or makes it anew.
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** Releases what is due if it is time to. */
    void look(LocalTime time) {
        if (now().isBefore(next)) {
            return;
        }
        try {
            if (job.hasReleased()) {
                tell(job.run(now().toLocalDate(), step -> LOG.info("Release: {}.", step.sentence())));
            } else {
                LOG.info("Nothing has been released yet. The first release is made by hand: lamplight release");
            }
            ZonedDateTime today = now().with(time);
            next = today.isAfter(now()) ? today : today.plusDays(1);
        } catch (RuntimeException e) {
            // An exception that left here would end the schedule for good.
            LOG.error("The release failed.", e);
            troubles = List.of("The release failed and is tried again in an hour: " + e.getMessage());
            next = now().plus(AFTER_FAILURE);
        }
    }

    private void tell(Outcome outcome) {
        outcome.completed().ifPresent(release -> LOG.info("Completed release {}.", release));
        outcome.published()
                .ifPresent(release -> LOG.info(
                        "Released {}: {} rows.", release, outcome.draft().rows().size()));
        outcome.draft().heldBack().forEach(LOG::warn);
        troubles = List.of();
    }

    private ZonedDateTime now() {
        return clock.instant().atZone(Calendar.LONDON);
    }
}
