package org.lamplight.release;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads topics from given offsets to their present end. */
final class LogEnd {
    private static final Duration POLL = Duration.ofMillis(200);

    private LogEnd() {}

    /** Gives every committed record from these offsets on, and returns at what was the end when it was called. */
    static void read(
            Cluster cluster, Map<TopicPartition, Long> from, Consumer<ConsumerRecord<String, byte[]>> receiver) {
        try (var consumer = cluster.consumer()) {
            consumer.assign(from.keySet());
            from.forEach(consumer::seek);
            Map<TopicPartition, Long> ends = consumer.endOffsets(from.keySet());
            // By position, not by the records' offsets: the last entry of a log is often no record but a commit.
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(receiver);
            }
        }
    }
}
