package org.lamplight.bench.servers;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.lamplight.local.config.ConfigReader;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.parts.Addresses;
import org.lamplight.local.parts.ConnectClient;
import org.lamplight.local.parts.Connectors;
import org.lamplight.local.parts.DatabaseLogins;
import org.lamplight.local.parts.KafkaLogins;
import org.lamplight.local.parts.Secrets;
import org.lamplight.local.parts.StartException;
import org.lamplight.local.parts.WorkerSettings;

/** A Connect worker in a process of its own, with the settings that Lamplight gives its own worker. */
public final class Worker implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Jvm jvm;
    private final ConnectClient client;
    private final Map<String, Map<String, String>> connectors;

    private Worker(Jvm jvm, ConnectClient client, Map<String, Map<String, String>> connectors) {
        this.jvm = jvm;
        this.client = client;
        this.connectors = connectors;
    }

    /**
     * Starts one.
     *
     * @param directory an empty one, whose name is the worker's group
     * @param classPath of its process
     * @param settings of Lamplight, by their names, beside those that say where the servers are
     */
    public static Worker start(Servers servers, Path directory, String classPath, Map<String, String> settings)
            throws IOException, InterruptedException {
        Map<String, String> set = new HashMap<>(Map.of("database.port", "0"));
        set.putAll(settings);
        set.put("data", directory.toString());
        set.put("kafka.bootstrap-servers", servers.bootstrapServers());
        set.put("registry.url", servers.registry());
        set.put("connect.port", "0");
        LamplightConfig config = ConfigReader.read(ConfigFactory.parseMap(set), directory);
        Files.createDirectories(config.data().addresses());
        Addresses addresses = Addresses.choose(config);
        Map<String, Map<String, String>> connectors = connectors(config, addresses);
        Jvm jvm = Jvm.start(
                classPath,
                directory.resolve("worker.log"),
                ConnectDistributed.class.getName(),
                properties(config, addresses, directory).toString());
        ConnectClient client = new ConnectClient(addresses.connect());
        await(jvm, client);
        return new Worker(jvm, client, connectors);
    }

    /** Lamplight's connectors, each with its settings. */
    public Map<String, Map<String, String>> connectors() {
        return connectors;
    }

    /** Makes a connector. */
    public void put(String connector, Map<String, String> settings) {
        client.put(connector, settings);
    }

    /** Waits until a connector runs. */
    public void awaitRunning(String connector) {
        client.awaitRunning(connector, Optional.empty());
    }

    /** Removes a connector. */
    public void delete(String connector) {
        client.delete(connector);
    }

    /** Processor time that it has had. */
    public Duration cpu() {
        return jvm.cpu();
    }

    /** Fails if it has ended, or a task of this connector has. */
    public void check(String connector) {
        jvm.check();
        client.states(connector).stream().filter(ConnectClient.State::failed).forEach(failed -> {
            throw new IllegalStateException(
                    failed.name() + " has failed. The last that was logged:\n" + jvm.lastWords());
        });
    }

    @Override
    public void close() {
        jvm.close();
    }

    private static Path properties(LamplightConfig config, Addresses addresses, Path directory) throws IOException {
        Properties properties = new Properties();
        properties.putAll(
                WorkerSettings.of(config, addresses, Map.of("bootstrap.servers", addresses.bootstrapServers())));
        String group = directory.getFileName().toString();
        properties.put("group.id", group);
        for (String storage : new String[] {"config", "offset", "status"}) {
            properties.put(storage + ".storage.topic", group + "." + storage);
        }
        Path file = directory.resolve("worker.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        return file;
    }

    private static Map<String, Map<String, String>> connectors(LamplightConfig config, Addresses addresses) {
        Secrets secrets = new Secrets(config.data().secrets(), new SecureRandom());
        // The worker looks for the directory of secrets, which the first of them makes.
        secrets.get(Secrets.PSEUDONYM_KEY);
        return new Connectors(
                        config,
                        addresses,
                        secrets,
                        new KafkaLogins(config, addresses, secrets),
                        new DatabaseLogins(config, addresses, secrets))
                .configurations();
    }

    private static void await(Jvm jvm, ConnectClient client) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(client)) {
            jvm.check();
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "A worker does not answer. The last that it logged:\n" + jvm.lastWords());
            }
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        }
    }

    private static boolean answers(ConnectClient client) {
        try {
            client.connectors();
            return true;
        } catch (StartException e) {
            return false;
        }
    }
}
