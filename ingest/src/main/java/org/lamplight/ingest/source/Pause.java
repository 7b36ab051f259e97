package org.lamplight.ingest.source;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits, as a task does that has nothing to do. */
@FunctionalInterface
public interface Pause {
    /**
     * Waits.
     *
     * @param time how long at most
     * @throws InterruptedException if the thread is interrupted
     */
    void pause(Duration time) throws InterruptedException;

    /** A pause that ends at once when the latch opens. */
    static Pause until(CountDownLatch stopped) {
        return time -> {
            // Whether it opened does not matter here: the worker knows that it has stopped the task.
            boolean unused = stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        };
    }
}
