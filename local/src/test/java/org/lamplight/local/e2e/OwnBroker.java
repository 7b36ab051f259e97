package org.lamplight.local.e2e;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.lamplight.local.config.Port;
import org.lamplight.local.parts.CertificateAuthority;
import org.lamplight.local.parts.Ports;

/** A cluster of somebody's own, set up as docs/ACCESS.md asks for; it knows nothing of Lamplight. */
final class OwnBroker implements AutoCloseable {
    /** Its administrator. */
    static final String OPERATOR = "operator";

    private static final String PASSWORD = "operators-password";
    private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule";
    private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule";

    private final KafkaRaftServer server;
    private final String address;
    private final Path authority;

    private OwnBroker(KafkaRaftServer server, String address, Path authority) {
        this.server = server;
        this.address = address;
        this.authority = authority;
    }

    static OwnBroker start(Path directory) throws Exception {
        CertificateAuthority authority = CertificateAuthority.in(directory.resolve("certificates"), Clock.systemUTC());
        String logs = directory.resolve("logs").toString();
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(7)
                .setClusterId(Uuid.randomUuid().toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName("CONTROLLER")
                .addDirectory(logs)
                .setMetadataLogDirectory(logs)
                .setScramArguments(List.of("SCRAM-SHA-512=[name=%s,password=%s]".formatted(OPERATOR, PASSWORD)))
                .run();
        int port = Ports.choose(new Port(0), "port", "broker");
        int controller = Ports.choose(new Port(0), "port", "controller");
        Map<String, String> settings = new TreeMap<>(Map.of(
                "log.dirs",
                logs,
                "listeners",
                "CLIENTS://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controller),
                "controller.quorum.voters",
                "7@127.0.0.1:" + controller,
                "listener.name.clients.ssl.keystore.location",
                authority.server("127.0.0.1").toString(),
                "listener.name.clients.ssl.truststore.location",
                authority.certificate().toString()));
        settings.putAll(SETTINGS);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return new OwnBroker(server, "127.0.0.1:" + port, authority.certificate());
    }

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "7"),
            Map.entry("listener.security.protocol.map", "CLIENTS:SASL_SSL,CONTROLLER:SASL_PLAINTEXT"),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("inter.broker.listener.name", "CLIENTS"),
            Map.entry("sasl.mechanism.inter.broker.protocol", "PLAIN"),
            Map.entry("sasl.mechanism.controller.protocol", "PLAIN"),
            Map.entry("listener.name.clients.sasl.enabled.mechanisms", "SCRAM-SHA-512,PLAIN"),
            Map.entry("listener.name.clients.scram-sha-512.sasl.jaas.config", SCRAM + " required;"),
            Map.entry("listener.name.clients.plain.sasl.jaas.config", servers()),
            Map.entry("listener.name.controller.sasl.enabled.mechanisms", "PLAIN"),
            Map.entry("listener.name.controller.plain.sasl.jaas.config", servers()),
            Map.entry("listener.name.clients.ssl.keystore.type", "PEM"),
            Map.entry("listener.name.clients.ssl.truststore.type", "PEM"),
            Map.entry("ssl.endpoint.identification.algorithm", ""),
            Map.entry("authorizer.class.name", StandardAuthorizer.class.getName()),
            Map.entry("super.users", "User:broker;User:" + OPERATOR),
            Map.entry("allow.everyone.if.no.acl.found", "false"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20)));

    /** Who the brokers are to each other. */
    private static String servers() {
        return PLAIN + " required username=\"broker\" password=\"brokers-password\" user_broker=\"brokers-password\";";
    }

    /** What a configuration of Lamplight says of it. */
    String configuration() {
        return "kafka.bootstrap-servers = \"%s\"%n".formatted(address)
                + operator().entrySet().stream()
                        .filter(setting -> !setting.getKey().equals("bootstrap.servers"))
                        .map(setting -> "kafka.client.\"%s\" = \"%s\"%n"
                                .formatted(setting.getKey(), setting.getValue().replace("\"", "\\\"")))
                        .collect(Collectors.joining());
    }

    /** The settings of a client that logs in as its administrator. */
    Map<String, String> operator() {
        return client(OPERATOR, PASSWORD);
    }

    /** The settings of a client. */
    Map<String, String> client(String user, String password) {
        return Map.of(
                "bootstrap.servers",
                address,
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "%s required username=\"%s\" password=\"%s\";".formatted(SCRAM, user, password),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                authority.toString());
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
