package org.lamplight.local.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.local.parts.CertificateAuthority;

/**
 * Clients that mean harm, or have been forgotten: they are refused in clear words or held to their quota, and parts of
 * Lamplight go on meanwhile. How fast those went is printed and not asserted.
 */
class HostileClientsTest {
    private static final String COUNCIL = "council-north-northamptonshire";
    private static final String TOPIC = "partner.north-northamptonshire.trend";
    private static final int WRONG_PASSWORDS = 100;
    private static final int FLOOD_RECORDS = 60;
    private static final int MEGABYTE = 1 << 20;
    private static final Duration LONG_AGO = Duration.ofDays(-400);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path home;

    @Test
    void shouldRefuseAStormOfWrongPasswordsWhilePartsGoOn() throws Exception {
        try (SecuredBroker broker = new SecuredBroker(home, Clock.systemUTC(), "")) {
            broker.givePasswords();
            try (Pulse pulse = new Pulse(broker)) {
                pulse.print("alone");
                List<Throwable> refusals = IntStream.range(0, WRONG_PASSWORDS)
                        .parallel()
                        .mapToObj(guess -> failureOf(broker.outside(COUNCIL, "guess-" + guess)))
                        .toList();

                assertThat(refusals)
                        .allSatisfy(refusal -> assertThat(refusal)
                                .isInstanceOf(SaslAuthenticationException.class)
                                .hasMessageContaining("invalid credentials"));
                pulse.print("during " + refusals.size() + " wrong passwords, all refused");
            }
            assertThat(topicsSeenBy(broker.outside(COUNCIL))).contains(TOPIC);
        }
    }

    @Test
    void shouldHoldAFloodingConsumerToItsQuotaWhilePartsGoOn() throws Exception {
        try (SecuredBroker broker = new SecuredBroker(home, Clock.systemUTC(), "")) {
            broker.givePasswords();
            flood(broker);
            Map<String, Object> greedy = broker.outside(COUNCIL);
            greedy.put("fetch.max.bytes", 50 * MEGABYTE);
            greedy.put("max.partition.fetch.bytes", 50 * MEGABYTE);
            greedy.put("receive.buffer.bytes", MEGABYTE);
            try (Pulse pulse = new Pulse(broker);
                    KafkaConsumer<byte[], byte[]> consumer =
                            new KafkaConsumer<>(greedy, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                pulse.print("alone");
                TopicPartition partition = new TopicPartition(TOPIC, 0);
                consumer.assign(List.of(partition));
                long[] bytes = {0};
                await().atMost(PATIENCE).until(() -> {
                    if (consumer.poll(Duration.ofMillis(100)).isEmpty()) {
                        consumer.seek(partition, 0);
                    }
                    consumer.poll(Duration.ofMillis(100)).forEach(record -> bytes[0] += record.serializedValueSize());
                    return throttle(consumer) > 0;
                });
                pulse.print("during a flood, throttled by %.0f ms".formatted(throttle(consumer)));
            }
        }
    }

    @Test
    void shouldRefuseABrokersCertificateThatHasExpiredInClearWords() {
        try (SecuredBroker broker = new SecuredBroker(home, Clock.offset(Clock.systemUTC(), LONG_AGO), "")) {
            broker.givePasswords();

            assertThat(failureOf(broker.outside(COUNCIL)))
                    .isInstanceOf(SslAuthenticationException.class)
                    .hasStackTraceContaining("NotAfter");
        }
    }

    @Test
    void shouldKnowWhoLogsInWithACertificate() throws Exception {
        try (SecuredBroker broker = new SecuredBroker(home, Clock.systemUTC(), "kafka.partners.login = certificate")) {
            Path secrets = broker.config().data().secrets();
            CertificateAuthority ours = CertificateAuthority.in(secrets, Clock.systemUTC());
            CertificateAuthority earlier = CertificateAuthority.in(secrets, Clock.offset(Clock.systemUTC(), LONG_AGO));
            CertificateAuthority foreign = CertificateAuthority.in(home.resolve("foreign"), Clock.systemUTC());

            assertThat(topicsSeenBy(certified(broker, ours.client(COUNCIL))))
                    .containsExactlyInAnyOrder(TOPIC, "partner.county.trend");
            assertThat(topicsSeenBy(certified(broker, ours.client(Principals.ADMIN))))
                    .isEmpty();
            assertThat(failureOf(certified(broker, earlier.client(COUNCIL))))
                    .isInstanceOf(SslAuthenticationException.class);
            assertThat(failureOf(certified(broker, foreign.client(COUNCIL))))
                    .isInstanceOf(SslAuthenticationException.class);
            assertThat(failureOf(certified(broker, ""))).isInstanceOf(SslAuthenticationException.class);
        }
    }

    @Test
    void shouldRefuseWhoComesInsideWithoutALogin() {
        try (SecuredBroker broker = new SecuredBroker(home, Clock.systemUTC(), "")) {
            Map<String, Object> anonymous = new HashMap<>(Map.of(
                    "bootstrap.servers",
                    broker.addresses().bootstrapServers(),
                    "default.api.timeout.ms",
                    5000,
                    "request.timeout.ms",
                    4000));

            assertThatThrownBy(() -> topicsSeenBy(anonymous)).isInstanceOf(ExecutionException.class);
            assertThat(failureOf(wrongInside(broker))).isInstanceOf(SaslAuthenticationException.class);
        }
    }

    private static Map<String, Object> wrongInside(SecuredBroker broker) {
        Map<String, Object> settings = broker.part(Principals.ADMIN);
        settings.compute(
                "sasl.jaas.config",
                (key, jaas) -> ((String) jaas).replaceFirst("password=\"[^\"]*", "password=\"wrong"));
        return settings;
    }

    private static void flood(SecuredBroker broker) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(
                broker.part(Principals.RELEASE), new StringSerializer(), new ByteArraySerializer())) {
            for (int record = 0; record < FLOOD_RECORDS; record++) {
                producer.send(new ProducerRecord<>(TOPIC, new byte[MEGABYTE - 1000]))
                        .get();
            }
        }
    }

    private static double throttle(KafkaConsumer<?, ?> consumer) {
        return consumer.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("fetch-throttle-time-max"))
                .mapToDouble(metric -> (double) metric.getValue().metricValue())
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(0);
    }

    private Map<String, Object> certified(SecuredBroker broker, String pem) throws IOException {
        Map<String, Object> settings = new HashMap<>(broker.trust());
        settings.put("bootstrap.servers", broker.addresses().partners());
        settings.put("security.protocol", "SSL");
        if (!pem.isEmpty()) {
            Path keystore = Files.createTempFile(home, "client", ".pem");
            Files.writeString(keystore, pem);
            settings.put("ssl.keystore.type", "PEM");
            settings.put("ssl.keystore.location", keystore.toString());
        }
        return settings;
    }

    private static Iterable<String> topicsSeenBy(Map<String, Object> settings)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(settings)) {
            return admin.listTopics().names().get();
        }
    }

    private static Throwable failureOf(Map<String, Object> settings) {
        try {
            topicsSeenBy(settings);
            return new AssertionError("It was let in.");
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            return e;
        }
    }
}
