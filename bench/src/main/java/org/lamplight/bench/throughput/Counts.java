package org.lamplight.bench.throughput;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * All counts by category, cell and day, in a form that is small and can be compared.
 *
 * @param keys how many are not zero
 * @param sum of them
 * @param hash of them with their keys
 */
record Counts(int keys, long sum, int hash) {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Of counts that are not zero. */
    static Counts of(Map<String, Long> counts) {
        return new Counts(
                counts.size(),
                counts.values().stream().mapToLong(Long::longValue).sum(),
                counts.hashCode());
    }

    /** The latest count of each key on a topic. */
    static Counts read(String bootstrapServers, String topic) {
        Map<String, Long> counts = new HashMap<>();
        try (KafkaConsumer<String, Long> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new LongDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<TopicPartition> unread = new ArrayList<>(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (!unread.isEmpty()) {
                for (ConsumerRecord<String, Long> record : consumer.poll(PATIENCE)) {
                    put(counts, record.key(), record.value());
                }
                unread.removeIf(partition -> consumer.position(partition) >= ends.get(partition));
            }
        }
        return of(counts);
    }

    private static void put(Map<String, Long> counts, String key, long count) {
        if (count == 0) {
            counts.remove(key);
        } else {
            counts.put(key, count);
        }
    }
}
