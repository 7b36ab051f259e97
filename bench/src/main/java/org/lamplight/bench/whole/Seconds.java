package org.lamplight.bench.whole;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Times in seconds. */
final class Seconds {
    private Seconds() {}

    /** A duration's. */
    static double of(Duration duration) {
        return (double) duration.toNanos() / TimeUnit.SECONDS.toNanos(1);
    }

    /** Since a time of {@link System#nanoTime()}. */
    static double since(long nanos) {
        return of(Duration.ofNanos(System.nanoTime() - nanos));
    }
}
