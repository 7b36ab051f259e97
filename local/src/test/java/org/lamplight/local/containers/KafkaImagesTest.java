package org.lamplight.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.access.KafkaAccess;
import org.lamplight.local.access.Principals;
import org.lamplight.local.parts.TopicKeeper;
import org.lamplight.release.PartnerTopics;
import org.lamplight.schemas.Erasure;
import org.lamplight.schemas.Topics;
import org.testcontainers.kafka.KafkaContainer;

/** Brokers in the versions that users run take our topics and rights, and keep transactions. */
class KafkaImagesTest {
    private static final AreaBook BOOK = AreaBook.northamptonshire();

    @ParameterizedTest
    @MethodSource("org.lamplight.local.containers.Images#kafka")
    void shouldTakeTopicsAndRightsAndKeepTransactions(String image) throws Exception {
        try (KafkaContainer kafka = new KafkaContainer(Images.here(image, "apache/kafka"))
                .withEnv("KAFKA_AUTHORIZER_CLASS_NAME", StandardAuthorizer.class.getName())
                .withEnv("KAFKA_SUPER_USERS", "User:ANONYMOUS")
                .withStartupTimeout(Duration.ofMinutes(3))) {
            kafka.start();

            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.getBootstrapServers()))) {
                TopicKeeper topics = new TopicKeeper(admin, PartnerTopics.catalogue(BOOK), (short) 1, Erasure.DEFAULT);
                KafkaAccess access = new KafkaAccess(admin, Principals.of(BOOK));
                access.apply();

                assertThat(topics.keep()).isEmpty();
                assertThat(topics.keep()).isEmpty();
                assertThat(access.steps()).isEmpty();
            }
            assertThat(readAfterAnAbort(kafka.getBootstrapServers())).containsExactly("committed");
        }
    }

    private static List<String> readAfterAnAbort(String servers) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", servers, "transactional.id", "test");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(Topics.RELEASE_LOG.name(), 0, "key", "aborted"))
                    .get();
            producer.flush();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(Topics.RELEASE_LOG.name(), 0, "key", "committed"))
                    .get();
            producer.commitTransaction();
        }
        Map<String, Object> reading = Map.of(
                "bootstrap.servers", servers, "isolation.level", "read_committed", "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(reading, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(Topics.RELEASE_LOG.name(), 0)));
            List<String> values = new ArrayList<>();
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
                return !values.isEmpty();
            });
            return values;
        }
    }
}
