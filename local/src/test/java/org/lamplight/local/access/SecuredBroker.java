package org.lamplight.local.access;

import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.config.ConfigReader;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.parts.Addresses;
import org.lamplight.local.parts.Broker;
import org.lamplight.local.parts.BrokerSettings;
import org.lamplight.local.parts.KafkaLogins;
import org.lamplight.local.parts.Secrets;
import org.lamplight.local.parts.TopicKeeper;
import org.lamplight.release.PartnerTopics;
import org.lamplight.schemas.Erasure;
import org.lamplight.schemas.Topics;

/** The embedded broker with the topics of a running Lamplight, a record in each, and everybody's rights. */
final class SecuredBroker implements AutoCloseable {
    /** Of a kind that the streams application and Connect make for themselves. */
    static final List<String> INTERNAL_TOPICS = List.of(
            "lamplight-streams-register-changelog",
            "lamplight-streams-signals-repartition",
            "lamplight.connect.configs",
            "lamplight.connect.offsets",
            "lamplight.connect.status");

    private final LamplightConfig config;
    private final Addresses addresses;
    private final KafkaLogins logins;
    private final Broker broker;
    private final Map<String, String> passwords = new HashMap<>();

    /**
     * Starts it.
     *
     * @param home where its data is kept
     * @param clock by which its certificates are issued
     * @param settings further configuration
     */
    SecuredBroker(Path home, Clock clock, String settings) {
        config = ConfigReader.read(
                ConfigFactory.parseString(
                        "kafka.port = 0, kafka.partners.port = 0, registry.port = 0, connect.port = 0, database.port = 0,"
                                + " reporting.port = 0, monitoring.port = 0\n"
                                + settings),
                home);
        addresses = Addresses.choose(config);
        logins = new KafkaLogins(config, addresses, new Secrets(config.data().secrets(), new SecureRandom()));
        broker = Broker.start(
                config.data().broker(),
                BrokerSettings.of(config, addresses, logins, clock),
                logins.client(Principals.ADMIN));
        try (Admin admin = Admin.create(part(Principals.ADMIN))) {
            new TopicKeeper(admin, PartnerTopics.catalogue(AreaBook.northamptonshire()), (short) 1, Erasure.DEFAULT)
                    .keep();
            Answers.await(admin.createTopics(INTERNAL_TOPICS.stream()
                            .map(name -> new NewTopic(name, 1, (short) 1))
                            .toList())
                    .all());
            new KafkaAccess(admin, principals()).apply();
        }
        fill();
    }

    List<Principal> principals() {
        return Principals.of(AreaBook.northamptonshire());
    }

    /** Gives everyone outside a password. */
    void givePasswords() {
        try (Admin admin = Admin.create(part(Principals.ADMIN))) {
            List<String> people = principals().stream()
                    .filter(principal -> !principal.isPart())
                    .map(Principal::name)
                    .toList();
            Secrets secrets = new Secrets(config.data().secrets(), new SecureRandom());
            new KafkaPasswords(admin, people)
                    .apply(
                            Set.of(),
                            principal -> secrets.fresh(),
                            (principal, use, secret) -> passwords.put(principal, secret));
        }
    }

    Set<String> topics() {
        Set<String> topics = new HashSet<>(INTERNAL_TOPICS);
        PartnerTopics.catalogue(AreaBook.northamptonshire()).forEach(topic -> topics.add(topic.name()));
        topics.add(Topics.DEAD_LETTER);
        return topics;
    }

    /** The settings of a client inside. */
    Map<String, Object> part(String principal) {
        return new HashMap<>(logins.client(principal));
    }

    /** The settings of a client outside, with the password that it was given. */
    Map<String, Object> outside(String principal) {
        return outside(principal, passwords.get(principal));
    }

    /** The password that someone outside was given. */
    String passwordOf(String principal) {
        return passwords.get(principal);
    }

    /** The settings of a client outside, with any password. */
    Map<String, Object> outside(String principal, String password) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "bootstrap.servers",
                addresses.partners(),
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(principal, password)));
        settings.putAll(trust());
        return settings;
    }

    /** What makes a client trust the broker. */
    Map<String, Object> trust() {
        return Map.of(
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                config.data().secrets().resolve("partners-ca.pem").toString());
    }

    LamplightConfig config() {
        return config;
    }

    Addresses addresses() {
        return addresses;
    }

    private void fill() {
        try (var producer =
                new KafkaProducer<>(part(Principals.ADMIN), new StringSerializer(), new StringSerializer())) {
            for (String topic : topics()) {
                producer.send(new ProducerRecord<>(topic, 0, "key", "value")).get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        broker.close();
    }
}
