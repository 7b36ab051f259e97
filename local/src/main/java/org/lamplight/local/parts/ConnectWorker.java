package org.lamplight.local.parts;

import java.util.Map;
import java.util.UUID;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.connector.policy.AllConnectorClientConfigOverridePolicy;
import org.apache.kafka.connect.connector.policy.ConnectorClientConfigOverridePolicy;
import org.apache.kafka.connect.runtime.distributed.DistributedConfig;
import org.apache.kafka.connect.runtime.distributed.DistributedHerder;
import org.apache.kafka.connect.runtime.isolation.Plugins;
import org.apache.kafka.connect.runtime.rest.ConnectRestServer;
import org.apache.kafka.connect.runtime.rest.RestClient;

/**
 * A distributed Kafka Connect worker in this process. Puts together what Connect's own launcher does, but leaves out its
 * shutdown hook and its exits: the caller decides in which order parts stop.
 */
public final class ConnectWorker implements AutoCloseable {
    private final String id;
    private final DistributedHerder herder;
    private final ConnectRestServer rest;

    private ConnectWorker(String id, DistributedHerder herder, ConnectRestServer rest) {
        this.id = id;
        this.herder = herder;
        this.rest = rest;
    }

    /**
     * Starts it.
     *
     * @param settings the worker's configuration
     */
    public static ConnectWorker start(Map<String, String> settings) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Plugins plugins = new Plugins(settings);
        plugins.compareAndSwapWithDelegatingLoader();
        try {
            return start(new DistributedConfig(settings), plugins);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static ConnectWorker start(DistributedConfig config, Plugins plugins) {
        RestClient client = new RestClient(config);
        ConnectRestServer rest = new ConnectRestServer(config.rebalanceTimeout(), client, config.originals());
        rest.initializeServer();
        // Another one each time, so that what an earlier run said of its connectors is not taken for this one's word.
        String id = rest.advertisedUrl().getAuthority() + "-" + UUID.randomUUID();
        DistributedHerder herder = new Launcher().herder(id, config, plugins, rest, client);
        herder.start();
        rest.initializeResources(herder);
        return new ConnectWorker(id, herder, rest);
    }

    /** The name under which it reports on its connectors. */
    public String id() {
        return id;
    }

    @Override
    public void close() {
        rest.stop();
        herder.stop();
    }

    /** Connect's own launcher, which knows how a herder is put together. */
    private static final class Launcher extends ConnectDistributed {
        DistributedHerder herder(
                String id, DistributedConfig config, Plugins plugins, ConnectRestServer rest, RestClient client) {
            ConnectorClientConfigOverridePolicy policy = new AllConnectorClientConfigOverridePolicy();
            policy.configure(Map.of());
            return createHerder(config, id, plugins, policy, rest, client);
        }
    }
}
