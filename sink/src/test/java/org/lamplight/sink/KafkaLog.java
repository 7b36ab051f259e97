package org.lamplight.sink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.lamplight.schemas.Topic;

/** The topics and the consumer group's offsets, which outlive a worker. */
final class KafkaLog {
    private final Map<TopicPartition, List<SinkRecord>> records = new HashMap<>();
    /** The consumer group's committed offsets. */
    final Map<TopicPartition, Long> committed = new HashMap<>();

    /** Appends a record; a null value is a tombstone. */
    void append(Topic<?> topic, int partition, String key, Object value) {
        List<SinkRecord> log =
                records.computeIfAbsent(new TopicPartition(topic.name(), partition), created -> new ArrayList<>());
        Schema schema = value instanceof Struct struct ? struct.schema() : null;
        log.add(new SinkRecord(topic.name(), partition, Schema.STRING_SCHEMA, key, schema, value, log.size()));
    }

    List<SinkRecord> read(TopicPartition partition, long from, int limit) {
        List<SinkRecord> log = records.getOrDefault(partition, List.of());
        int start = (int) Math.min(from, log.size());
        return log.subList(start, Math.min(start + limit, log.size()));
    }

    long end(TopicPartition partition) {
        return records.getOrDefault(partition, List.of()).size();
    }

    /** The last value of every key of a topic, without the keys that were deleted last: what a table should hold. */
    Collection<Struct> latest(Topic<?> topic) {
        Map<Object, Struct> latest = new HashMap<>();
        records.forEach((partition, log) -> {
            if (partition.topic().equals(topic.name())) {
                log.forEach(each -> latest.put(each.key(), (Struct) each.value()));
            }
        });
        latest.values().removeIf(Objects::isNull);
        return latest.values();
    }

    /** Every partition with records. */
    List<TopicPartition> partitions() {
        return List.copyOf(records.keySet());
    }
}
