package org.lamplight.sink;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Every partition with records. */
    List<TopicPartition> partitions() {
        return List.copyOf(records.keySet());
    }
}
