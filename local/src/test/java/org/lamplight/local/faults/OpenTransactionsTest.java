package org.lamplight.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.local.JavaProcess;
import org.lamplight.streams.OpenTransactions;

/** Who starts ends what the process before it left open, and nothing of anybody else. */
class OpenTransactionsTest {
    private static final String APPLICATION = "lamplight-streams";
    private static final String KILLED = "8b7521ba-7f7f-4489-8e24-93dcc9cfa1b7";
    private static final String ALIVE = "6d669e13-1da9-4a55-bc2c-1fa22270e9c0";
    private static final String TOPIC = "anything";

    @Test
    void shouldEndTheTransactionsOfTheProcessBefore(@TempDir Path home) throws Exception {
        Brokers brokers = new Brokers(home, 1);
        try {
            brokers.processes().forEach(JavaProcess::start);
            await().atMost(Duration.ofMinutes(5)).ignoreExceptions().until(brokers::areWhole);
            Map<String, Object> client = new HashMap<>(brokers.client());
            try (Admin admin = Admin.create(client)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                        .all()
                        .get();
                String left = APPLICATION + "-" + KILLED + "-1";
                String others = APPLICATION + "-" + ALIVE + "-1";
                try (KafkaProducer<byte[], byte[]> killed = begin(client, left);
                        KafkaProducer<byte[], byte[]> alive = begin(client, others)) {
                    assertThat(ongoing(admin)).containsExactlyInAnyOrder(left, others);

                    OpenTransactions.end(home.resolve("no state yet"), APPLICATION, client);
                    assertThat(ongoing(admin)).containsExactlyInAnyOrder(left, others);
                    OpenTransactions.end(stateOfKilled(home.resolve("state")), APPLICATION, client);

                    await().atMost(Duration.ofMinutes(1))
                            .untilAsserted(() -> assertThat(ongoing(admin)).containsExactly(others));
                    killed.close(Duration.ZERO);
                    alive.abortTransaction();
                }
            }
        } finally {
            for (JavaProcess broker : brokers.processes()) {
                broker.abandon();
            }
        }
    }

    /** As Kafka Streams leaves it. */
    private static Path stateOfKilled(Path directory) throws Exception {
        Path application = Files.createDirectories(directory.resolve(APPLICATION));
        Files.writeString(application.resolve("kafka-streams-process-metadata"), "{\"processId\":\"" + KILLED + "\"}");
        return directory;
    }

    private static KafkaProducer<byte[], byte[]> begin(Map<String, Object> client, String id) throws Exception {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("transactional.id", id);
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(TOPIC, "value".getBytes(StandardCharsets.UTF_8)))
                .get();
        return producer;
    }

    private static Set<String> ongoing(Admin admin) throws Exception {
        ListTransactionsOptions ongoing = new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING));
        return admin.listTransactions(ongoing).all().get().stream()
                .map(TransactionListing::transactionalId)
                .collect(Collectors.toSet());
    }
}
