package org.lamplight.streams.state;

import java.time.Clock;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Lets something be done so seldom that it takes a quarter of the time at most. While a backlog is read it is a hundredth, for a
 * thread does several such things in turn: reports are counted first, and what the counts mean is published now and then.
 */
public final class Pace implements Punctuator {
    private static final int WHOLE = 4;
    private static final int WHOLE_IN_BACKLOG = 100;
    /** What has waited for so many milliseconds is a backlog; and so long after the last of it the backlog is over. */
    private static final long LONG = 5_000;

    private final Clock clock;
    private final Punctuator work;
    private boolean late;
    private long backlogUntil = Long.MIN_VALUE;
    private long doneAt;
    private long took;

    /**
     * Slows work down.
     *
     * @param clock by which the time is measured that it takes
     */
    public Pace(Clock clock, Punctuator work) {
        this.clock = clock;
        this.work = work;
    }

    /** What {@link Gathering} has passed on has come. */
    public void heard(Record<?, ?> record) {
        late |= Gathering.waited(record) >= LONG;
    }

    @Override
    public void punctuate(long now) {
        if (late) {
            backlogUntil = now + LONG;
            late = false;
        }
        if (now - doneAt >= took * (now < backlogUntil ? WHOLE_IN_BACKLOG : WHOLE)) {
            long began = clock.millis();
            work.punctuate(now);
            took = clock.millis() - began;
            doneAt = now;
        }
    }
}
