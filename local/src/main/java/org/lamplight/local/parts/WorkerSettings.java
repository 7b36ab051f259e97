package org.lamplight.local.parts;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.lamplight.local.config.DataDirectory;
import org.lamplight.local.config.LamplightConfig;

/** The embedded worker's configuration. */
public final class WorkerSettings {
    /** The worker's group, and how the ids of its transactions begin. */
    public static final String GROUP = "lamplight-connect";
    /** How the names of its own topics begin. */
    public static final String TOPIC_PREFIX = "lamplight.connect.";

    private static final String PROVIDER = "data";

    private WorkerSettings() {}

    /**
     * The settings of a worker on this machine.
     *
     * @param config what is set
     * @param addresses where the REST API is to listen
     * @param kafka how it logs in to the cluster
     */
    public static Map<String, String> of(LamplightConfig config, Addresses addresses, Map<String, String> kafka) {
        Map<String, String> settings = new HashMap<>();
        kafka.forEach((name, value) -> {
            settings.put(name, value);
            settings.put("producer." + name, value);
            settings.put("consumer." + name, value);
            settings.put("admin." + name, value);
        });
        settings.put("listeners", "http://127.0.0.1:" + addresses.connectPort());
        settings.putAll(
                group(config.kafka().place().embedded() ? 1 : config.kafka().replicationFactor()));
        settings.putAll(plugins(config.data()));
        settings.putAll(config.connect().worker());
        return settings;
    }

    private static Map<String, String> group(int replicas) {
        return Map.ofEntries(
                Map.entry("group.id", GROUP),
                Map.entry("exactly.once.source.support", "enabled"),
                Map.entry("config.storage.topic", TOPIC_PREFIX + "configs"),
                Map.entry("offset.storage.topic", TOPIC_PREFIX + "offsets"),
                Map.entry("status.storage.topic", TOPIC_PREFIX + "status"),
                Map.entry("config.storage.replication.factor", Integer.toString(replicas)),
                Map.entry("offset.storage.replication.factor", Integer.toString(replicas)),
                Map.entry("status.storage.replication.factor", Integer.toString(replicas)),
                Map.entry("offset.storage.partitions", "4"),
                Map.entry("status.storage.partitions", "1"),
                // Kafka's 16 KiB hold twenty reports, of the thousands that a poll brings.
                Map.entry("producer.batch.size", "65536"),
                // After kill -9 a new worker waits until the old one's session has run out, and so do its consumers.
                Map.entry("session.timeout.ms", "6000"),
                Map.entry("heartbeat.interval.ms", "2000"),
                Map.entry("consumer.session.timeout.ms", "6000"),
                Map.entry("consumer.heartbeat.interval.ms", "2000"),
                Map.entry("scheduled.rebalance.max.delay.ms", "0"),
                Map.entry("offset.flush.interval.ms", "1000"),
                Map.entry("task.shutdown.graceful.timeout.ms", "10000"));
    }

    private static Map<String, String> plugins(DataDirectory data) {
        return Map.of(
                "plugin.discovery",
                "service_load",
                "key.converter",
                "org.apache.kafka.connect.storage.StringConverter",
                "value.converter",
                "org.apache.kafka.connect.converters.ByteArrayConverter",
                "config.providers",
                PROVIDER,
                "config.providers." + PROVIDER + ".class",
                DirectoryConfigProvider.class.getName(),
                "config.providers." + PROVIDER + ".param.allowed.paths",
                data.secrets() + "," + data.addresses());
    }

    /** How a connector's configuration refers to what stands in a file of the data directory. */
    static String reference(Path file) {
        return "${" + PROVIDER + ":" + file.getParent() + ":" + file.getFileName() + "}";
    }
}
