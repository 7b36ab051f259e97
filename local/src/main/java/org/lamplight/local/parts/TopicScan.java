package org.lamplight.local.parts;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.lamplight.local.Progress;

/** Reads topics from their beginnings to their ends of that moment: records whose transactions are committed. */
public final class TopicScan {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, String> client;
    private final Progress progress;

    /**
     * Logs in as somebody who may read the topics.
     *
     * @param client settings of a Kafka client
     * @param progress hears how far it is
     */
    public TopicScan(Map<String, String> client, Progress progress) {
        this.client = client;
        this.progress = progress;
    }

    /**
     * Reads them.
     *
     * @param each gets every record, those of a partition in their order
     * @throws StartException if Kafka does not answer
     */
    public void read(Collection<String> topics, Consumer<ConsumerRecord<String, byte[]>> each) {
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            read(consumer, topics, each);
        } catch (KafkaException e) {
            throw new StartException("Kafka does not say which reports it holds: " + e.getMessage(), e);
        }
    }

    private void read(
            KafkaConsumer<String, byte[]> consumer,
            Collection<String> topics,
            Consumer<ConsumerRecord<String, byte[]>> each) {
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic, PATIENCE).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
        long total = ends.values().stream().mapToLong(Long::longValue).sum();
        long done = 0;
        while (done < total) {
            consumer.poll(POLL).forEach(each);
            done = ends.entrySet().stream()
                    .mapToLong(end -> Math.min(consumer.position(end.getKey(), PATIENCE), end.getValue()))
                    .sum();
            progress.update("Looking through topics", done, total);
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        return settings;
    }
}
