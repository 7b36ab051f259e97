package org.lamplight.local.parts;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;

/** A Kafka broker and its controller in this process: the production server. Survives {@code kill -9}. */
public final class Broker implements AutoCloseable {
    private final KafkaRaftServer server;

    private Broker(KafkaRaftServer server) {
        this.server = server;
    }

    /**
     * Starts it; formats the directory when it is new.
     *
     * @param directory where its logs are
     * @param settings its configuration
     * @param admin how to log in as its administrator, who may do anything
     */
    public static Broker start(Path directory, Map<String, String> settings, Map<String, String> admin) {
        boolean fresh = format(directory);
        if (!fresh && KilledBroker.left(directory)) {
            KilledBroker.forget(BrokerSettings.NODE, settings, admin);
        }
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return new Broker(server);
    }

    @Override
    public void close() {
        // On a thread that nobody interrupts: a broker that is interrupted while it says goodbye stays registered as
        // stopping, and the next one waits in vain for that registration to end.
        CompletableFuture.runAsync(() -> {
                    server.shutdown();
                    server.awaitShutdown();
                })
                .join();
    }

    /** Whether it was new. */
    private static boolean format(Path directory) {
        if (Files.exists(directory.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
            return false;
        }
        try {
            Files.createDirectories(directory);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(BrokerSettings.NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .addDirectory(directory.toString())
                    .setMetadataLogDirectory(directory.toString())
                    .run();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) { // what Formatter declares
            throw new StartException(
                    "The broker's directory " + directory + " cannot be formatted: " + e.getMessage(), e);
        }
    }
}
