package org.lamplight.streams.state;

import java.time.Duration;

/** Tells when a burst has come whole, so that it is handled once. Times are milliseconds by the clock of punctuations. */
final class Lull {
    /** What belongs to one burst comes in shorter steps. */
    private static final long STEP = 10;

    private static final long NOTHING = -1;

    private final long patience;
    private long first = NOTHING;
    private long last;

    /** A burst that goes on for longer than the patience is handled in parts. */
    Lull(Duration patience) {
        this.patience = patience.toMillis();
    }

    /** Something has come. */
    void heard(long now) {
        if (first == NOTHING) {
            first = now;
        }
        last = now;
    }

    /** Whether anything has come that is not handled. */
    boolean isAwaited() {
        return first != NOTHING;
    }

    /** Whether to handle now what has come. */
    boolean isHere(long now) {
        return isAwaited() && (now - last >= STEP || now - first >= patience);
    }

    /** All that has come is handled. */
    void end() {
        first = NOTHING;
    }
}
