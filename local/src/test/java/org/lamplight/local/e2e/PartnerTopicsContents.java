package org.lamplight.local.e2e;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.lamplight.areas.AreaBook;
import org.lamplight.release.PartnerTopics;
import org.lamplight.schemas.Release;
import org.lamplight.schemas.ReleasedTrend;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;
import org.lamplight.schemas.registry.RegistryConfig;
import org.lamplight.schemas.serde.TopicSerdes;

/** What a partner who reads committed records finds. */
final class PartnerTopicsContents {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, Object> kafka;
    private final TopicSerdes serdes;

    PartnerTopicsContents(Map<String, Object> kafka, URI registry) {
        this.kafka = new HashMap<>(kafka);
        this.kafka.put("isolation.level", "read_committed");
        this.serdes = new TopicSerdes(Map.of(RegistryConfig.URL, registry.toString()));
    }

    /** The rows on every partner topic. */
    List<ReleasedTrend> rows() {
        List<ReleasedTrend> rows = new ArrayList<>();
        for (Topic<ReleasedTrend> topic :
                PartnerTopics.of(AreaBook.northamptonshire()).byRecipient().values()) {
            rows.addAll(values(topic));
        }
        return rows;
    }

    /** The release log. */
    List<Release> log() {
        return values(Topics.RELEASE_LOG);
    }

    <V extends SpecificRecord> List<V> values(Topic<V> topic) {
        try (var serde = serdes.valueSerde(topic)) {
            return records(topic).stream()
                    .map(each -> serde.deserializer().deserialize(topic.name(), each.value()))
                    .toList();
        }
    }

    List<ConsumerRecord<String, byte[]>> records(Topic<?> topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic.name(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(POLL).forEach(records::add);
            }
        }
        return records;
    }
}
