package org.lamplight.local.config;

import java.util.Map;

/**
 * Kafka Connect.
 *
 * @param place where its workers run
 * @param worker further settings of the embedded worker, by Kafka's names
 */
public record ConnectConfig(Place place, Map<String, String> worker) {
    /** Copies the map. */
    public ConnectConfig {
        worker = Map.copyOf(worker);
    }
}
