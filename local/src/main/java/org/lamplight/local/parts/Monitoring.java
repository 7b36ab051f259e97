package org.lamplight.local.parts;

import java.io.IOException;
import java.net.URI;
import java.util.function.Supplier;
import org.lamplight.local.config.ConfigFile;
import org.lamplight.local.config.MonitoringConfig;
import org.lamplight.monitoring.Health;
import org.lamplight.monitoring.Metrics;
import org.lamplight.monitoring.MonitoringServer;

/** Says over HTTP how this process is, and what is measured in it. */
public final class Monitoring implements AutoCloseable {
    private final Metrics metrics;
    private final MonitoringServer server;

    private Monitoring(Metrics metrics, MonitoringServer server) {
        this.metrics = metrics;
        this.server = server;
    }

    /**
     * Answers from now on.
     *
     * @param config where
     * @param health how the process is at the moment
     * @throws StartException if the port is in use
     */
    public static Monitoring start(MonitoringConfig config, Supplier<Health> health) {
        Metrics metrics = new Metrics();
        try {
            return new Monitoring(
                    metrics, MonitoringServer.start(config.host(), config.port().number(), health, metrics));
        } catch (IOException e) {
            metrics.close();
            throw new StartException(
                    "Monitoring cannot listen at %s:%d. Set monitoring.port (or %s in the environment) to a free port, or monitoring.host to an address of this machine."
                            .formatted(config.host(), config.port().number(), ConfigFile.variable("monitoring.port")),
                    e);
        }
    }

    /** Where it answers. */
    public URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
        metrics.close();
    }
}
