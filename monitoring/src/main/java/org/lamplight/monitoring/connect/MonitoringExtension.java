package org.lamplight.monitoring.connect;

import java.util.Map;
import org.apache.kafka.connect.rest.ConnectRestExtension;
import org.apache.kafka.connect.rest.ConnectRestExtensionContext;
import org.lamplight.monitoring.Metrics;

/**
 * Serves {@code /live}, {@code /ready} and {@code /metrics} on the REST port of a Connect worker that was not started by
 * Lamplight. The worker takes it by {@code rest.extension.classes=org.lamplight.monitoring.connect.MonitoringExtension}.
 */
public final class MonitoringExtension implements ConnectRestExtension {
    private final Metrics metrics = new Metrics();

    @Override
    public void configure(Map<String, ?> settings) {
        // Nothing can be set.
    }

    @Override
    public void register(ConnectRestExtensionContext context) {
        context.configurable().register(new MonitoringResource(context.clusterState(), metrics));
    }

    @Override
    public String version() {
        String version = MonitoringExtension.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public void close() {
        metrics.close();
    }
}
