package org.lamplight.streams.state;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.lamplight.streams.Live;

/**
 * When work is done that follows from what has come: as soon as news has come whole, and committed at once; else at an interval. It
 * takes a quarter of the time at most. What has waited may wait as long again, or until the work takes a hundredth of the time:
 * a thread does several such things in turn, so of a backlog reports are counted first, and what the counts mean is published now
 * and then. That is over two seconds after the last that had waited.
 */
public final class Pace {
    private static final int WHOLE = 4;
    private static final int WHOLE_IN_BACKLOG = 100;

    /** Longer than a thread does something else, mostly; in milliseconds. */
    private static final long QUIET = 2_000;

    private final Clock clock;
    private final LongSupplier now;
    private final long interval;
    private final Runnable commit;
    private final Punctuator work;
    private final Lull lull;
    private boolean late;
    private long heldUntil = Long.MIN_VALUE;
    private long doneAt = Long.MIN_VALUE;
    private long took;

    /**
     * Not yet scheduled.
     *
     * @param clock by which the time is measured that the work takes
     * @param now the time by the clock of punctuations
     * @param interval between times that the work is done without news, and the longest that news waits for more
     * @param commit asks for a commit of what the work has sent
     */
    Pace(Clock clock, LongSupplier now, Duration interval, Runnable commit, Punctuator work) {
        this.clock = clock;
        this.now = now;
        this.interval = interval.toMillis();
        this.commit = commit;
        this.work = work;
        this.lull = new Lull(interval);
    }

    /** Has a stage do its work by this. */
    public static Pace keep(ProcessorContext<?, ?> context, Live live, Punctuator work) {
        Pace pace = new Pace(live.clock(), context::currentSystemTimeMs, live.publishInterval(), context::commit, work);
        Beat.keep(context, pace::look);
        return pace;
    }

    /** What {@link Gathering} has passed on has come. */
    public void heard(Record<?, ?> record) {
        long time = now.getAsLong();
        long waited = Gathering.waited(record);
        late |= waited >= Gathering.BACKLOG;
        long hold = Math.min(waited, took * WHOLE_IN_BACKLOG);
        heldUntil = Math.max(heldUntil, Math.min(doneAt + hold, time + QUIET));
        lull.heard(time);
    }

    void look(long time) {
        boolean due = lull.isAwaited() ? lull.isHere(time) && time >= heldUntil : time >= doneAt + interval;
        if (due && time >= doneAt + took * WHOLE) {
            long began = clock.millis();
            work.punctuate(time);
            took = clock.millis() - began;
            doneAt = time;
            if (lull.isAwaited() && !late) {
                commit.run();
            }
            lull.end();
            late = false;
        }
    }
}
