package org.lamplight.local.commands;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C and kill: asks the main thread to stop and holds the process until it has. */
final class StopSignal {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Hears the process's signals from now on; the calling thread is interrupted when one comes. */
    static StopSignal listen() {
        StopSignal signal = new StopSignal();
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> signal.stop(main), "lamplight-stop"));
        return signal;
    }

    /** Waits this long, or until the process is asked to stop, and says whether it is. */
    boolean await(Duration longest) {
        try {
            return asked.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // The interrupt was the signal; what closes the parts must be able to wait.
            return true;
        }
    }

    /** Whether the process is asked to stop. Clears the interrupt that told so, so that closing parts can wait. */
    boolean asked() {
        boolean interrupted = Thread.interrupted();
        return interrupted || asked.getCount() == 0;
    }

    /** Everything is closed: the process may end. */
    void stopped() {
        stopped.countDown();
    }

    private void stop(Thread main) {
        // Before the count-down: whoever sees that has had the interrupt, so none comes while parts are closed.
        if (stopped.getCount() > 0) {
            main.interrupt();
        }
        asked.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
