package org.lamplight.local.parts;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The embedded worker's configuration. */
public final class WorkerSettings {
    private WorkerSettings() {}

    /**
     * The settings of a worker on this machine.
     *
     * @param bootstrapServers the Kafka cluster
     * @param client further settings of every Kafka client
     * @param port where the REST API listens on 127.0.0.1
     * @param secrets the directory from which connectors may take secrets, as {@code ${secrets:directory:file}}
     * @param replicas copies of each partition of Connect's own topics
     * @param overrides further settings, by Kafka's names
     */
    public static Map<String, String> of(
            String bootstrapServers,
            Map<String, String> client,
            int port,
            Path secrets,
            int replicas,
            Map<String, String> overrides) {
        Map<String, String> settings = new HashMap<>();
        settings.putAll(client);
        client.forEach((name, value) -> {
            settings.put("producer." + name, value);
            settings.put("consumer." + name, value);
            settings.put("admin." + name, value);
        });
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("listeners", "http://127.0.0.1:" + port);
        settings.putAll(group(replicas));
        settings.putAll(plugins(secrets));
        settings.putAll(overrides);
        return settings;
    }

    private static Map<String, String> group(int replicas) {
        return Map.ofEntries(
                Map.entry("group.id", "lamplight-connect"),
                Map.entry("exactly.once.source.support", "enabled"),
                Map.entry("config.storage.topic", "lamplight.connect.configs"),
                Map.entry("offset.storage.topic", "lamplight.connect.offsets"),
                Map.entry("status.storage.topic", "lamplight.connect.status"),
                Map.entry("config.storage.replication.factor", Integer.toString(replicas)),
                Map.entry("offset.storage.replication.factor", Integer.toString(replicas)),
                Map.entry("status.storage.replication.factor", Integer.toString(replicas)),
                Map.entry("offset.storage.partitions", "4"),
                Map.entry("status.storage.partitions", "1"),
                // After kill -9 a new worker waits until the old one's session has run out, and so do its consumers.
                Map.entry("session.timeout.ms", "6000"),
                Map.entry("heartbeat.interval.ms", "2000"),
                Map.entry("consumer.session.timeout.ms", "6000"),
                Map.entry("consumer.heartbeat.interval.ms", "2000"),
                Map.entry("scheduled.rebalance.max.delay.ms", "0"),
                Map.entry("offset.flush.interval.ms", "1000"),
                Map.entry("task.shutdown.graceful.timeout.ms", "10000"));
    }

    private static Map<String, String> plugins(Path secrets) {
        return Map.of(
                "plugin.discovery", "service_load",
                "key.converter", "org.apache.kafka.connect.storage.StringConverter",
                "value.converter", "org.apache.kafka.connect.converters.ByteArrayConverter",
                "config.providers", "secrets",
                "config.providers.secrets.class", "org.apache.kafka.common.config.provider.DirectoryConfigProvider",
                "config.providers.secrets.param.allowed.paths", secrets.toString());
    }
}
