package org.lamplight.local;

import java.time.Duration;

/** Hears which parts have started. Called by several threads. */
@FunctionalInterface
public interface StartListener {
    /**
     * A part is ready.
     *
     * @param part its name
     * @param took how long it took
     */
    void ready(String part, Duration took);
}
