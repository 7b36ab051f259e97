package org.lamplight.bench.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.lamplight.bench.servers.Servers;
import org.lamplight.schemas.RetailSubmission;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topic.Cleanup.Delete;

/** Counts the records of a topic, as its transactions are committed. */
final class Arrivals implements AutoCloseable {
    private static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topic;
    private long rows;

    private Arrivals(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        this.consumer = consumer;
        this.topic = topic;
    }

    /** Those of a new topic, which is like that of retail submissions but keeps everything. */
    static Arrivals on(String topic, Servers servers) {
        servers.prepare(List.of(new Topic<>(topic, RetailSubmission.class, PARTITIONS, new Delete(Optional.empty()))));
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new Arrivals(consumer, topic);
    }

    /** Waits until so many have come. */
    void await(long wanted, Runnable check) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (rows < wanted) {
            int read = consumer.poll(POLL).count();
            rows += read;
            if (read > 0) {
                deadline = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Only %d of %d rows have come to %s.".formatted(rows, wanted, topic));
            } else {
                check.run();
            }
        }
    }

    /** Fails if there are more than so many. */
    void verify(long wanted) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            rows += consumer.poll(POLL).count();
        }
        if (rows != wanted) {
            throw new IllegalStateException("%d rows have come to %s instead of %d.".formatted(rows, topic, wanted));
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** Removes a topic. */
    static void delete(String topic, Servers servers) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrapServers()))) {
            admin.deleteTopics(List.of(topic)).all().get();
        }
    }
}
