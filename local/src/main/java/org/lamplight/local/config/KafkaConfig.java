package org.lamplight.local.config;

import java.util.Map;

/**
 * The Kafka cluster.
 *
 * @param place where it runs
 * @param partners the embedded broker's listener for partners
 * @param replicationFactor copies of each partition of the topics that are created, or -1 for the cluster's default
 * @param client further settings of every client, by Kafka's names
 * @param broker further settings of the embedded broker, by Kafka's names
 */
public record KafkaConfig(
        Place place,
        PartnersConfig partners,
        short replicationFactor,
        Map<String, String> client,
        Map<String, String> broker) {
    /** Copies the maps. */
    public KafkaConfig {
        client = Map.copyOf(client);
        broker = Map.copyOf(broker);
    }
}
