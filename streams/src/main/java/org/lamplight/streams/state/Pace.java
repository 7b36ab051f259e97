package org.lamplight.streams.state;

import java.time.Clock;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Lets something be done so seldom that it takes a quarter of the time at most, and has what comes of news committed at once. While
 * a backlog is read it is a hundredth, for a thread does several such things in turn: reports are counted first, and what the
 * counts mean is published now and then. It is over five seconds after the last that had waited so long.
 */
public final class Pace implements Punctuator {
    private static final int WHOLE = 4;
    private static final int WHOLE_IN_BACKLOG = 100;

    private final Clock clock;
    private final Runnable commit;
    private final Punctuator work;
    private boolean news;
    private boolean late;
    private long backlogUntil = Long.MIN_VALUE;
    private long doneAt;
    private long took;

    /**
     * Slows work down.
     *
     * @param clock by which the time is measured that it takes
     * @param commit asks for a commit of what the work has sent
     */
    public Pace(Clock clock, Runnable commit, Punctuator work) {
        this.clock = clock;
        this.commit = commit;
        this.work = work;
    }

    /** What {@link Gathering} has passed on has come. */
    public void heard(Record<?, ?> record) {
        boolean waited = Gathering.waited(record) >= Gathering.BACKLOG;
        late |= waited;
        news |= !waited;
    }

    @Override
    public void punctuate(long now) {
        if (late) {
            backlogUntil = now + Gathering.BACKLOG;
            late = false;
        }
        boolean backlog = now < backlogUntil;
        if (now - doneAt >= took * (backlog ? WHOLE_IN_BACKLOG : WHOLE)) {
            long began = clock.millis();
            work.punctuate(now);
            took = clock.millis() - began;
            doneAt = now;
            if (news && !backlog) {
                commit.run();
            }
            news = false;
        }
    }
}
