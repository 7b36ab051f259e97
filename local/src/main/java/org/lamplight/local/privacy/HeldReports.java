package org.lamplight.local.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.lamplight.local.Progress;
import org.lamplight.local.parts.StartException;

/** Finds out which reports topics hold, by their keys alone: no record is decoded. */
final class HeldReports {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, String> client;
    private final Progress progress;

    HeldReports(Map<String, String> client, Progress progress) {
        this.client = client;
        this.progress = progress;
    }

    /**
     * A key that stands in a topic: its latest record is no tombstone.
     *
     * @param partition where its records are, whoever wrote them
     * @param key its key
     * @param at when the broker took its latest record
     */
    record Held(TopicPartition partition, String key, Instant at) {}

    /**
     * Reads these topics to their ends.
     *
     * @throws StartException if Kafka does not answer
     */
    List<Held> read(Collection<String> topics) {
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            return read(consumer, topics);
        } catch (KafkaException e) {
            throw new StartException("Kafka does not say which reports it holds: " + e.getMessage(), e);
        }
    }

    private List<Held> read(KafkaConsumer<String, byte[]> consumer, Collection<String> topics) {
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic, PATIENCE).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
        Map<TopicPartition, Map<String, Held>> held = new LinkedHashMap<>();
        long total = ends.values().stream().mapToLong(Long::longValue).sum();
        long done = 0;
        while (done < total) {
            consumer.poll(POLL).forEach(record -> note(record, held));
            done = ends.entrySet().stream()
                    .mapToLong(end -> Math.min(consumer.position(end.getKey(), PATIENCE), end.getValue()))
                    .sum();
            progress.update("Looking through topics", done, total);
        }
        List<Held> all = new ArrayList<>();
        held.values().forEach(keys -> all.addAll(keys.values()));
        return all;
    }

    private static void note(ConsumerRecord<String, byte[]> found, Map<TopicPartition, Map<String, Held>> held) {
        TopicPartition partition = new TopicPartition(found.topic(), found.partition());
        Map<String, Held> keys = held.computeIfAbsent(partition, unseen -> new HashMap<>());
        if (found.value() == null) {
            keys.remove(found.key());
        } else if (found.key() != null) {
            keys.put(found.key(), new Held(partition, found.key(), Instant.ofEpochMilli(found.timestamp())));
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        return settings;
    }
}
