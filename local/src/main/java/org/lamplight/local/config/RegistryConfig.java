package org.lamplight.local.config;

import java.util.Map;

/**
 * The schema registry.
 *
 * @param place where it runs
 * @param client further settings of its clients, by Confluent's names
 */
public record RegistryConfig(Place place, Map<String, String> client) {
    /** Copies the map. */
    public RegistryConfig {
        client = Map.copyOf(client);
    }
}
