package org.lamplight.schemas;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * By when a topic no longer holds what was withdrawn or overwritten. Kafka compacts closed segments only, and closes one
 * only when a record is appended; so topics are swept: something is appended to every partition at regular intervals.
 *
 * @param within the longest that a withdrawn or overwritten record stays in any topic
 * @param sweep how often topics are swept
 */
public record Erasure(Duration within, Duration sweep) {
    /** A week, swept every day. */
    public static final Erasure DEFAULT = new Erasure(Duration.ofDays(7), Duration.ofDays(1));

    private static final int SWEEPS = 3;

    /** Refuses a bound that could not be kept. */
    public Erasure {
        if (sweep.toMillis() < 1 || within.compareTo(sweep.multipliedBy(SWEEPS)) < 0) {
            throw new IllegalArgumentException(
                    "retention.erasure is " + within.toMillis() + " ms and retention.every is " + sweep.toMillis()
                            + " ms: the first must be at least " + SWEEPS + " times the second.");
        }
    }

    /** How long overwritten records may stay readable: the bound less the time until a segment is closed and swept. */
    public Duration lag() {
        return within.minus(sweep.multipliedBy(2));
    }

    /** What every compacted topic needs that only its writer reads, by Kafka's names. */
    public Map<String, String> settings() {
        return Map.of(
                TopicConfig.SEGMENT_MS_CONFIG,
                Long.toString(sweep.toMillis()),
                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                Long.toString(lag().toMillis()),
                TopicConfig.DELETE_RETENTION_MS_CONFIG,
                Long.toString(sweep.toMillis()));
    }
}
