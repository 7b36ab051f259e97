package org.lamplight.local.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.lamplight.streams.Live;

/**
 * The streams application.
 *
 * @param embedded whether it runs in this process
 * @param instance a name that no other instance has that runs at the same time
 * @param threads threads that process records, 1 to 64
 * @param clock what today is
 * @param publishInterval how long news waits for more before what changed is computed and its rows are sent, at most; without
 *     news, how often that is done
 * @param driftInterval how often rows are sent at most that changed only because others did
 * @param overdispersion whether the test for emergence allows for counts that vary more than the model says
 * @param busyCategories beginnings of the names of categories whose hotspot cells are small
 * @param settings further settings, by Kafka's names
 */
public record StreamsConfig(
        boolean embedded,
        String instance,
        int threads,
        Live.AsOf clock,
        Duration publishInterval,
        Duration driftInterval,
        boolean overdispersion,
        List<String> busyCategories,
        Map<String, String> settings) {
    /** Refuses a number of threads that makes no sense. */
    public StreamsConfig {
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("streams.threads is " + threads + ": it must be from 1 to 64.");
        }
        atLeastAMillisecond(publishInterval, "streams.publish-interval");
        atLeastAMillisecond(driftInterval, "streams.drift-interval");
        busyCategories = List.copyOf(busyCategories);
        settings = Map.copyOf(settings);
    }

    private static void atLeastAMillisecond(Duration interval, String key) {
        if (interval.toMillis() < 1) {
            throw new IllegalArgumentException(key + " is " + interval.toMillis() + " ms: it must be at least 1 ms.");
        }
    }
}
