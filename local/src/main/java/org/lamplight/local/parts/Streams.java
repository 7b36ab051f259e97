package org.lamplight.local.parts;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.config.StreamsConfig;
import org.lamplight.monitoring.Health;
import org.lamplight.streams.Exit;
import org.lamplight.streams.Live;
import org.lamplight.streams.StreamsApp;
import org.lamplight.streams.StreamsSettings;
import org.lamplight.streams.rules.Resolutions;

/** The streams application in this process. */
public final class Streams implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final StreamsApp app;

    private Streams(StreamsApp app) {
        this.app = app;
    }

    /**
     * Starts it; returns at once. It may take long until it processes records: {@link #health} tells.
     *
     * @param config what is set
     * @param addresses where the registry is
     * @param login how it logs in to the cluster
     * @param book the area book that it counts by
     * @param clock what time it is
     * @throws StartException if a setting is wrong
     */
    public static Streams start(
            LamplightConfig config, Addresses addresses, Map<String, String> login, AreaBook book, Clock clock) {
        StreamsApp app;
        try {
            app = new StreamsApp(settings(config, addresses, login, clock), book);
        } catch (IllegalArgumentException e) {
            throw new StartException("The streams application refuses its settings: " + e.getMessage(), e);
        }
        app.start();
        return new Streams(app);
    }

    /**
     * Waits until it processes records; closes it if it does not.
     *
     * @throws StartException if it ends before, or takes too long
     */
    public Streams awaitReady() {
        try {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (health() != Health.RUNNING) {
                if (health() == Health.FAILED || System.nanoTime() > deadline) {
                    throw new StartException("The streams application does not start; streams.log says why.");
                }
                pause();
            }
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** How it is. While it restores its state, or partitions move to or from it, it waits. */
    public Health health() {
        if (ended().isPresent()) {
            return Health.FAILED;
        }
        return app.isReady() ? Health.RUNNING : Health.WAITING;
    }

    /** How it ended; empty while it has not. */
    public Optional<Exit> ended() {
        return Optional.ofNullable(app.ended().getNow(null));
    }

    @Override
    public void close() {
        app.close();
    }

    private static StreamsSettings settings(
            LamplightConfig config, Addresses addresses, Map<String, String> login, Clock clock) {
        StreamsConfig streams = config.streams();
        Map<String, String> kafka = new HashMap<>(login);
        kafka.put("num.stream.threads", Integer.toString(streams.threads()));
        kafka.put("replication.factor", Integer.toString(config.kafka().replicationFactor()));
        // A member that was killed keeps its place in the group, so its successor need not wait until it is missed.
        kafka.put("group.instance.id", streams.instance());
        kafka.put("session.timeout.ms", "6000");
        kafka.put("heartbeat.interval.ms", "2000");
        kafka.putAll(streams.settings());
        Map<String, String> registry = new HashMap<>(config.registry().client());
        registry.put("schema.registry.url", addresses.registry().toString());
        Resolutions resolutions = new Resolutions(streams.busyCategories().stream()
                .collect(Collectors.toMap(prefix -> prefix, prefix -> Resolutions.BUSY)));
        Live live = new Live(
                streams.clock(),
                clock,
                streams.publishInterval(),
                streams.driftInterval(),
                streams.overdispersion(),
                resolutions,
                config.evaluations());
        return new StreamsSettings(
                config.data().streams(),
                StreamsSettings.STATE_MEMORY,
                live,
                config.retention().erasure(),
                registry,
                kafka);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("Interrupted while the streams application was starting.", e);
        }
    }
}
