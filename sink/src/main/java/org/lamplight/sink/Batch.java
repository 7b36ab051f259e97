package org.lamplight.sink;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * What one transaction brings into the database.
 *
 * @param changes for each table the last change of every key
 * @param next for each partition of the batch the offset after its last record
 */
record Batch(Map<Table, Collection<Change>> changes, Map<TopicPartition, Long> next) {

    /**
     * The changes of these records, of which the last of a key wins.
     *
     * @throws DatabaseFailure of kind DATA if one of them cannot be read
     */
    static Batch of(Collection<SinkRecord> records) {
        Map<Table, Map<List<Object>, Change>> latest = new LinkedHashMap<>();
        for (SinkRecord each : records) {
            Change change = Change.of(each);
            latest.computeIfAbsent(change.table(), table -> new LinkedHashMap<>())
                    .put(change.key(), change);
        }
        Map<Table, Collection<Change>> changes = new LinkedHashMap<>();
        latest.forEach((table, byKey) -> changes.put(table, byKey.values()));
        return new Batch(changes, next(records));
    }

    /** No change, but the offsets move past these records. */
    static Batch skipping(Collection<SinkRecord> records) {
        return new Batch(Map.of(), next(records));
    }

    /** The partition that a record was read from, whatever transformations have made of its topic. */
    static TopicPartition partition(SinkRecord sinkRecord) {
        return new TopicPartition(sinkRecord.originalTopic(), sinkRecord.originalKafkaPartition());
    }

    private static Map<TopicPartition, Long> next(Collection<SinkRecord> records) {
        Map<TopicPartition, Long> next = new HashMap<>();
        records.forEach(each -> next.merge(partition(each), each.originalKafkaOffset() + 1, Math::max));
        return next;
    }
}
