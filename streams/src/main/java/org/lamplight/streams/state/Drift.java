package org.lamplight.streams.state;

import java.time.Duration;

/**
 * When those rows of a series are due that changed only because others did, or because a day began: once in an interval, when
 * the series has come to rest. A series that never rests is waited for, but not for ever.
 */
public final class Drift {
    /** A rest is this part of the interval. */
    private static final int RESTS = 20;
    /** So many intervals are waited for a rest. */
    private static final int PATIENCE = 5;

    private final long interval;
    private final long rest;
    private boolean pending;
    private boolean started;
    private long computedAt;
    private long sentAt;

    /** Nothing has drifted yet. */
    public Drift(Duration interval) {
        this.interval = interval.toMillis();
        this.rest = this.interval / RESTS;
    }

    /** The series was computed anew, at a time in milliseconds. */
    public void computed(long now) {
        if (!started) {
            started = true;
            sentAt = now - interval;
        }
        pending = true;
        computedAt = now;
    }

    /** Whether the rows are due. */
    public boolean isDue(long now) {
        long waited = now - sentAt;
        boolean rested = now - computedAt >= rest;
        return pending && waited >= (rested ? interval : PATIENCE * interval);
    }

    /** The rows were sent. */
    public void sent(long now) {
        pending = false;
        sentAt = now;
    }
}
