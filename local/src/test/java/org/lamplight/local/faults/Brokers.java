package org.lamplight.local.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.lamplight.local.JavaProcess;
import org.lamplight.local.config.Port;
import org.lamplight.local.parts.Ports;

/** A Kafka cluster, each broker and controller in a process of its own. A write is safe when all but one have it. */
final class Brokers {
    private static final String CONTROLLER = "CONTROLLER";

    private final List<JavaProcess> processes = new ArrayList<>();
    private final List<Integer> ports;
    private final List<Integer> controllers;

    /** Prepares as many as are wanted. */
    Brokers(Path directory, int count) throws Exception {
        ports = freePorts(count, "broker");
        controllers = freePorts(count, "controller");
        String cluster = Uuid.randomUuid().toString();
        for (int node = 1; node <= count; node++) {
            Path home = directory.resolve("broker-" + node);
            format(home.resolve("logs").toString(), node, cluster);
            Path settings = write(home.resolve("server.properties"), settings(home, node));
            processes.add(new JavaProcess(
                    home,
                    "broker " + node,
                    List.of("-Xmx512m", Deployment.LOGGING),
                    "kafka.Kafka",
                    settings.toString()));
        }
    }

    /** The processes in the order of their node ids, which begin at 1. */
    List<JavaProcess> processes() {
        return processes;
    }

    /** The settings of a client. */
    Map<String, String> client() {
        return Map.of(
                "bootstrap.servers",
                ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(",")));
    }

    /** The one whose controller decides. */
    JavaProcess activeController() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(new HashMap<>(client()))) {
            return processes.get(
                    admin.describeMetadataQuorum().quorumInfo().get().leaderId() - 1);
        }
    }

    /** Whether all of them are in the cluster, and every copy of every partition is complete. */
    boolean areWhole() throws InterruptedException {
        try (Admin admin = Admin.create(new HashMap<>(client()))) {
            return admin.describeCluster().nodes().get().size() == processes.size()
                    && admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get().values().stream()
                            .flatMap(topic -> topic.partitions().stream())
                            .allMatch(partition -> partition.isr().size()
                                    == partition.replicas().size());
        } catch (ExecutionException e) {
            return false;
        }
    }

    private Map<String, String> settings(Path home, int node) {
        int copies = ports.size();
        int safe = Math.max(1, copies - 1);
        Map<String, String> settings = new HashMap<>(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(node),
                "log.dirs",
                home.resolve("logs").toString(),
                "listeners",
                "CLIENTS://127.0.0.1:%d,%s://127.0.0.1:%d"
                        .formatted(ports.get(node - 1), CONTROLLER, controllers.get(node - 1)),
                "listener.security.protocol.map",
                "CLIENTS:PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
                "inter.broker.listener.name",
                "CLIENTS",
                "controller.listener.names",
                CONTROLLER,
                "controller.quorum.voters",
                IntStream.rangeClosed(1, copies)
                        .mapToObj(other -> other + "@127.0.0.1:" + controllers.get(other - 1))
                        .collect(Collectors.joining(","))));
        settings.putAll(Map.of(
                "default.replication.factor", Integer.toString(copies),
                "min.insync.replicas", Integer.toString(safe),
                "offsets.topic.replication.factor", Integer.toString(copies),
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", Integer.toString(copies),
                "transaction.state.log.min.isr", Integer.toString(safe),
                "transaction.state.log.num.partitions", "4",
                "group.min.session.timeout.ms", "1000",
                "auto.create.topics.enable", "false",
                "log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20)));
        return settings;
    }

    private static void format(String logs, int node, String cluster) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(node)
                .setClusterId(cluster)
                .setControllerListenerName(CONTROLLER)
                .addDirectory(logs)
                .setMetadataLogDirectory(logs)
                .run();
    }

    static Path write(Path file, Map<String, String> settings) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        Files.createDirectories(file.getParent());
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
        return file;
    }

    private static List<Integer> freePorts(int count, String part) {
        return IntStream.range(0, count)
                .mapToObj(node -> Ports.choose(new Port(0), "port", part))
                .toList();
    }
}
