package org.lamplight.local.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.lamplight.local.Progress;
import org.lamplight.local.parts.StartException;
import org.lamplight.local.parts.TopicScan;

/** Finds out which reports topics hold, by their keys alone: no record is decoded. */
final class HeldReports {
    private final TopicScan topics;

    HeldReports(Map<String, String> client, Progress progress) {
        this.topics = new TopicScan(client, progress);
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
    List<Held> read(Collection<String> names) {
        Map<TopicPartition, Map<String, Held>> held = new LinkedHashMap<>();
        topics.read(names, record -> note(record, held));
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
}
