package org.lamplight.local.parts;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.lamplight.local.access.Principals;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.config.PartnersConfig;
import org.lamplight.local.config.PartnersConfig.Login;

/**
 * The embedded broker's configuration: settings for one machine, and three listeners. Nobody connects to any of them
 * without proof of who they are, and nobody may do what is not granted to them.
 */
public final class BrokerSettings {
    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";

    private static final String HOST = "127.0.0.1";
    /** For Lamplight's own parts: passwords from the secrets, on the loopback interface. */
    private static final String INTERNAL = "INTERNAL";
    /** For everybody else: TLS. */
    private static final String PARTNERS = "PARTNERS";

    private static final Map<String, String> ONE_MACHINE = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", Integer.toString(NODE)),
            // Broker and controller live and die together: a pause of both must not pass for the death of one.
            Map.entry(
                    "broker.session.timeout.ms",
                    Long.toString(Duration.ofDays(1).toMillis())),
            Map.entry("group.min.session.timeout.ms", "1000"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("default.replication.factor", "1"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            // The default takes 128 MiB of heap.
            Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20)),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"));

    private final LamplightConfig config;
    private final Addresses addresses;
    private final KafkaLogins logins;

    private BrokerSettings(LamplightConfig config, Addresses addresses, KafkaLogins logins) {
        this.config = config;
        this.addresses = addresses;
        this.logins = logins;
    }

    /**
     * The settings of a broker on this machine; issues its certificate where that is missing or due.
     *
     * @throws StartException if the certificate authority has expired
     */
    public static Map<String, String> of(LamplightConfig config, Addresses addresses, KafkaLogins logins, Clock clock) {
        return new BrokerSettings(config, addresses, logins)
                .all(CertificateAuthority.in(config.data().secrets(), clock));
    }

    private Map<String, String> all(CertificateAuthority authority) {
        Map<String, String> settings = new HashMap<>(ONE_MACHINE);
        settings.put("log.dirs", config.data().broker().toString());
        settings.putAll(listeners());
        settings.putAll(authorisation());
        settings.putAll(internal(INTERNAL));
        settings.putAll(internal(CONTROLLER));
        settings.putAll(partners(authority));
        settings.putAll(config.kafka().broker());
        return settings;
    }

    private Map<String, String> listeners() {
        int controllerPort = Ports.free();
        boolean passwords = config.kafka().partners().login() == Login.PASSWORD;
        return Map.of(
                "listeners",
                "%s://%s:%d,%s://%s,%s://%s:%d"
                        .formatted(
                                INTERNAL,
                                HOST,
                                addresses.brokerPort(),
                                PARTNERS,
                                addresses.partners(),
                                CONTROLLER,
                                HOST,
                                controllerPort),
                "listener.security.protocol.map",
                "%s:SASL_PLAINTEXT,%s:SASL_PLAINTEXT,%s:%s"
                        .formatted(INTERNAL, CONTROLLER, PARTNERS, passwords ? "SASL_SSL" : "SSL"),
                "inter.broker.listener.name",
                INTERNAL,
                "controller.listener.names",
                CONTROLLER,
                "controller.quorum.voters",
                "%d@%s:%d".formatted(NODE, HOST, controllerPort));
    }

    private static Map<String, String> authorisation() {
        return Map.of(
                "authorizer.class.name",
                StandardAuthorizer.class.getName(),
                "super.users",
                "User:" + Principals.ADMIN,
                "allow.everyone.if.no.acl.found",
                "false",
                "sasl.mechanism.inter.broker.protocol",
                "PLAIN",
                "sasl.mechanism.controller.protocol",
                "PLAIN");
    }

    /** The passwords of the parts are known before the broker starts; those of partners are in its metadata. */
    private Map<String, String> internal(String listener) {
        String users = Principals.KAFKA_PARTS.stream()
                .map(part -> "user_%s=\"%s\"".formatted(part, logins.password(part)))
                .collect(Collectors.joining(" "));
        String prefix = prefix(listener);
        return Map.of(
                prefix + "sasl.enabled.mechanisms",
                "PLAIN",
                prefix + "plain.sasl.jaas.config",
                "%s required username=\"%s\" password=\"%s\" %s;"
                        .formatted(
                                PlainLoginModule.class.getName(),
                                Principals.ADMIN,
                                logins.password(Principals.ADMIN),
                                users));
    }

    private Map<String, String> partners(CertificateAuthority authority) {
        PartnersConfig partners = config.kafka().partners();
        String prefix = prefix(PARTNERS);
        Map<String, String> settings = new HashMap<>(Map.of(
                prefix + "ssl.keystore.type",
                "PEM",
                prefix + "ssl.keystore.location",
                authority.server(partners.host()).toString(),
                prefix + "ssl.truststore.type",
                "PEM",
                prefix + "ssl.truststore.location",
                authority.certificate().toString(),
                // One who tries passwords, or connects without end, takes nothing from the others.
                prefix + "max.connections",
                "200",
                prefix + "max.connection.creation.rate",
                "20"));
        if (partners.login() == Login.PASSWORD) {
            settings.put(prefix + "sasl.enabled.mechanisms", "SCRAM-SHA-512");
            settings.put(prefix + "scram-sha-512.sasl.jaas.config", ScramLoginModule.class.getName() + " required;");
        } else {
            settings.put(prefix + "ssl.client.auth", "required");
            // A certificate's name is the principal; one of a part is no use here.
            settings.put(
                    prefix + "ssl.principal.mapping.rules",
                    "RULE:^CN=(%s)$/$1/,RULE:.*/nobody/".formatted(Principals.PEOPLE));
        }
        return settings;
    }

    private static String prefix(String listener) {
        return "listener.name." + listener.toLowerCase(Locale.ROOT) + ".";
    }
}
