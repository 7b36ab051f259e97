package org.lamplight.ingest.folder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells when a file's size and time have rested. Two looks at it must agree, so that neither clock of writer and reader
 * matters; only what has been left alone for long is believed at first sight.
 */
final class Resting {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Duration settle;
    private final Clock clock;
    private Map<String, Seen> before = new HashMap<>();
    private Map<String, Seen> now = new HashMap<>();

    private record Seen(Stamp stamp, Instant since) {}

    Resting(Duration settle, Clock clock) {
        this.settle = settle;
        this.clock = clock;
    }

    /** Starts a look at the folder; what was there at the last but not at this one is forgotten. */
    void look() {
        before = now;
        now = new HashMap<>();
    }

    /** Whether the file has rested. */
    boolean rested(String name, Stamp stamp) {
        Instant time = clock.instant();
        if (stamp.modified().toInstant().isBefore(time.minus(LONG))) {
            return true;
        }
        Seen last = before.get(name);
        Seen seen = last != null && last.stamp.equals(stamp) ? last : new Seen(stamp, time);
        now.put(name, seen);
        return !seen.since.plus(settle).isAfter(time) && last != null;
    }
}
