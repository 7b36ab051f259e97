package org.lamplight.streams.state;

import java.time.Clock;
import org.apache.kafka.streams.processor.Punctuator;

/**
 * Lets something be done so seldom that it takes a quarter of the time at most: while a long backlog is read, reports are
 * counted, and what the counts mean is published now and then.
 */
public final class Pace implements Punctuator {
    private static final int WHOLE = 4;

    private final Clock clock;
    private final Punctuator work;
    private long next = Long.MIN_VALUE;

    /**
     * Slows work down.
     *
     * @param clock by which the time is measured that it takes
     */
    public Pace(Clock clock, Punctuator work) {
        this.clock = clock;
        this.work = work;
    }

    @Override
    public void punctuate(long now) {
        if (now >= next) {
            long began = clock.millis();
            work.punctuate(now);
            next = now + WHOLE * (clock.millis() - began);
        }
    }
}
