package org.lamplight.streams.state;

import java.time.Clock;
import org.apache.kafka.streams.processor.Punctuator;

/**
 * Lets something be done so seldom that it takes a quarter of the time at most. While a long backlog is read it is a
 * thirty-second, for a thread does several such things in turn: reports are counted first, and what the counts mean is published
 * now and then.
 */
public final class Pace implements Punctuator {
    private static final int WHOLE = 4;
    private static final int WHOLE_IN_BACKLOG = 32;
    /** So many deltas in a millisecond are no live feed; */
    private static final int BACKLOG = 4;
    /** and after so many milliseconds without such a number the backlog is over. */
    private static final long REST = 1_000;

    private final Clock clock;
    private final Punctuator work;
    private int heard;
    private long lookedAt;
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

    /** So many deltas more have come. */
    public void heard(int deltas) {
        heard += deltas;
    }

    @Override
    public void punctuate(long now) {
        if (heard > BACKLOG * (now - lookedAt)) {
            backlogUntil = now + REST;
        }
        heard = 0;
        lookedAt = now;
        if (now - doneAt >= took * (now < backlogUntil ? WHOLE_IN_BACKLOG : WHOLE)) {
            long began = clock.millis();
            work.punctuate(now);
            took = clock.millis() - began;
            doneAt = now;
        }
    }
}
