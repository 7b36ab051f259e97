package org.lamplight.ingest.http;

import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;

/** What Kafka Connect keeps a position for: one address of one source. */
final class HttpPartition {
    private HttpPartition() {}

    static Map<String, String> of(String source, String url) {
        return Map.of("source", source, "url", url);
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
