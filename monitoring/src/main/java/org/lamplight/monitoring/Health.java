package org.lamplight.monitoring;

/** Whether a process is to be left alone, and whether it works. */
public enum Health {
    /** Not everything has started yet. */
    STARTING(true),
    /** It works. */
    RUNNING(true),
    /** It cannot work at the moment, and will without being started again: partitions move, the database is away. */
    WAITING(true),
    /** It has ended, or will not work again: start it again. */
    FAILED(false);

    private final boolean live;

    Health(boolean live) {
        this.live = live;
    }

    /** Whether it should be left running. */
    public boolean isLive() {
        return live;
    }

    /** Whether it works. */
    public boolean isReady() {
        return this == RUNNING;
    }
}
