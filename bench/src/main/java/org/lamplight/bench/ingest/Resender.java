package org.lamplight.bench.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A program that holds records of a topic, and sends them to each topic that it is told. */
final class Resender {
    /** More would measure the collector of garbage; they are sent over and over. */
    private static final int MOST_HELD = 100_000;

    private static final Duration POLL = Duration.ofMillis(200);
    /** As our connector's. */
    private static final long TRANSACTION_NANOS = Duration.ofMillis(500).toNanos();

    private Resender() {}

    /** Takes the broker's address, the topic, and how many records it is to send each time. */
    public static void main(String[] args) throws IOException {
        int rows = Integer.parseInt(args[2]);
        List<ConsumerRecord<byte[], byte[]>> records = read(args[0], args[1], Math.min(rows, MOST_HELD));
        try (KafkaProducer<byte[], byte[]> producer = producer(args[0]);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            producer.initTransactions();
            for (String topic = in.readLine(); topic != null; topic = in.readLine()) {
                send(producer, records, topic, rows);
            }
        }
    }

    /** As a worker of Connect makes them for a source that sends exactly once. */
    private static KafkaProducer<byte[], byte[]> producer(String bootstrapServers) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "resender",
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the commit hears of failures
    private static void send(
            KafkaProducer<byte[], byte[]> producer,
            List<ConsumerRecord<byte[], byte[]>> records,
            String topic,
            int rows) {
        producer.beginTransaction();
        long began = System.nanoTime();
        for (int row = 0; row < rows; row++) {
            if (System.nanoTime() - began > TRANSACTION_NANOS) {
                producer.commitTransaction();
                producer.beginTransaction();
                began = System.nanoTime();
            }
            ConsumerRecord<byte[], byte[]> held = records.get(row % records.size());
            producer.send(new ProducerRecord<>(topic, null, null, held.key(), held.value(), held.headers()));
        }
        producer.commitTransaction();
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(String bootstrapServers, String topic, int most) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (records.size() < most) {
                consumer.poll(POLL).forEach(records::add);
            }
        }
        return List.copyOf(records.subList(0, most));
    }
}
