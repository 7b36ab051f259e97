package org.lamplight.bench.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.lamplight.local.parts.TopicKeeper;
import org.lamplight.local.registry.EmbeddedRegistry;
import org.lamplight.schemas.Erasure;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.registry.RegistryConfig;
import org.lamplight.schemas.registry.RegistrySetup;
import org.lamplight.schemas.registry.SchemaRegistry;

/** A broker of Kafka's own settings, without access control, and a schema registry, both in this process. */
public final class Servers implements AutoCloseable {
    private static final String CONTROLLER = "CONTROLLER";
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            Map.entry("controller.listener.names", CONTROLLER),
            Map.entry("inter.broker.listener.name", "CLIENTS"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            // A pause of the machine must not pass for the death of the broker.
            Map.entry("broker.session.timeout.ms", Integer.toString(1 << 30)),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20)));

    private final KafkaRaftServer broker;
    private final EmbeddedRegistry registry;
    private final String bootstrapServers;
    private final String registryUrl;

    private Servers(KafkaRaftServer broker, EmbeddedRegistry registry, int brokerPort, int registryPort) {
        this.broker = broker;
        this.registry = registry;
        this.bootstrapServers = "127.0.0.1:" + brokerPort;
        this.registryUrl = "http://127.0.0.1:" + registryPort;
    }

    /** Starts them with their data in a new directory. */
    public static Servers start(Path directory) throws Exception {
        int port = freePort();
        int controller = freePort();
        int registryPort = freePort();
        String logs = directory.resolve("broker").toString();
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName(CONTROLLER)
                .addDirectory(logs)
                .setMetadataLogDirectory(logs)
                .run();
        Map<String, String> settings = new TreeMap<>(SETTINGS);
        settings.put("log.dirs", logs);
        settings.put("listeners", "CLIENTS://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controller));
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
        KafkaRaftServer broker = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        broker.startup();
        return new Servers(
                broker, EmbeddedRegistry.start(directory.resolve("registry"), registryPort), port, registryPort);
    }

    /** Where the broker is. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Where the registry is. */
    public String registry() {
        return registryUrl;
    }

    /** Processor time that this process has had. */
    public static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    /** Makes topics, and registers their schemas. */
    public void prepare(Collection<Topic<?>> topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            new TopicKeeper(admin, topics, (short) 1, Erasure.DEFAULT).keep();
        }
        RegistrySetup.prepare(
                SchemaRegistry.connect(new RegistryConfig(Map.of("schema.registry.url", registryUrl))), topics);
    }

    /** Bytes of the log of each topic. */
    public Map<String, Long> logBytes() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return admin.describeLogDirs(List.of(1)).allDescriptions().get().values().stream()
                    .flatMap(directories -> directories.values().stream())
                    .flatMap(directory -> directory.replicaInfos().entrySet().stream())
                    .collect(Collectors.groupingBy(
                            log -> log.getKey().topic(),
                            Collectors.summingLong(log -> log.getValue().size())));
        }
    }

    @Override
    public void close() {
        registry.close();
        broker.shutdown();
        broker.awaitShutdown();
    }

    /** A port that nobody listens on. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
