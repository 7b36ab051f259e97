package org.lamplight.ingest.http;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.connect.errors.ConnectException;

/** What Kafka Connect keeps a position for: one address of one source. */
final class HttpPartition {
    private HttpPartition() {}

    /** Sorted, because Connect looks positions up by a partition's JSON text. */
    static SortedMap<String, String> of(String source, String url) {
        return new TreeMap<>(Map.of("source", source, "url", url));
    }

    /**
     * Checks a partition that somebody wants to set a position for.
     *
     * @throws ConnectException if it is not this one
     */
    static void check(Map<String, ?> partition, Map<String, String> ours) {
        if (!ours.equals(partition)) {
            throw new ConnectException("A partition must have exactly the keys 'source' and 'url', as the connector's"
                    + " mapping and settings have them.");
        }
    }
}
