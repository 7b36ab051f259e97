package org.lamplight.local.parts;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.lamplight.local.config.ConfigFile;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.config.MonitoringConfig;
import org.lamplight.monitoring.Health;
import org.lamplight.monitoring.Metric;
import org.lamplight.monitoring.Metrics;
import org.lamplight.monitoring.MonitoringServer;
import org.lamplight.monitoring.Sample;

/** Says over HTTP how this process is, and what is measured in it. */
public final class Monitoring implements AutoCloseable {
    private static final Metric HEALTH =
            Metric.gauge("lamplight_health", "1 for the state that the process is in.", "state");

    private static final Metric DISK =
            Metric.gauge("lamplight_disk_bytes", "Size of the disk that holds the data directory.");
    private static final Metric FREE = Metric.gauge("lamplight_disk_free_bytes", "What is free of it.");

    private final Metrics metrics;
    private final MonitoringServer server;
    private Optional<DatabaseMetrics> database = Optional.empty();

    private Monitoring(Metrics metrics, MonitoringServer server) {
        this.metrics = metrics;
        this.server = server;
    }

    /**
     * Answers from now on.
     *
     * @param lamplight where it listens, and the data directory
     * @param health how the process is at the moment
     * @throws StartException if the port is in use
     */
    public static Monitoring start(LamplightConfig lamplight, Supplier<Health> health) {
        MonitoringConfig config = lamplight.monitoring();
        Metrics metrics = new Metrics();
        metrics.show(() -> states(health.get()));
        File disk = lamplight.data().root().toFile();
        metrics.show(() -> List.of(DISK.of((double) disk.getTotalSpace()), FREE.of((double) disk.getUsableSpace())));
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

    /** Everything that Lamplight measures, beside its JVM. */
    public static List<Metric> catalogue() {
        List<Metric> all = new ArrayList<>(List.of(HEALTH, Troubles.METRIC, DISK, FREE));
        all.addAll(DatabaseMetrics.all());
        all.addAll(Metrics.ofBeans());
        return all;
    }

    /** Shows what the reporting database tells, too. Its connections are those of the reporting service. */
    public void watch(DataSource reportingDatabase) {
        DatabaseMetrics watched = DatabaseMetrics.start(reportingDatabase);
        database = Optional.of(watched);
        metrics.show(watched::samples);
    }

    /** Shows these samples, too. */
    public void show(Supplier<List<Sample>> samples) {
        metrics.show(samples);
    }

    /** Where it answers. */
    public URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
        database.ifPresent(DatabaseMetrics::close);
        metrics.close();
    }

    private static List<Sample> states(Health now) {
        return Stream.of(Health.values())
                .map(state -> HEALTH.of(state == now ? 1 : 0, state.name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
