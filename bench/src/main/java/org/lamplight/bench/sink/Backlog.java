package org.lamplight.bench.sink;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.lamplight.areas.AreaBook;
import org.lamplight.bench.servers.Servers;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;
import org.lamplight.schemas.serde.TopicSerdes;

/** Rows on the analysts' topics, and what must stand in the tables when all of them have been written. */
final class Backlog {
    /** The topics it is on. */
    static final List<Topic<?>> TOPICS = List.of(Topics.HOTSPOT, Topics.TREND);

    /** How many rows a key's second version comes after its first, at most: more than a batch. */
    private static final int APART = 100_000;

    private final Map<Topic<?>, Serializer<SpecificRecord>> serializers = new HashMap<>();
    private final Map<TopicPartition, AnalyticRow> last = new ConcurrentHashMap<>();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final int keys;
    private final int versions;
    private long sum;

    private Backlog(int keys, int versions) {
        this.keys = keys;
        this.versions = versions;
    }

    /**
     * Sends it.
     *
     * @param rows how many
     * @param versions how many of them each key has, 1 or 2
     */
    static Backlog send(Servers servers, int rows, int versions) {
        Backlog backlog = new Backlog(rows / versions, versions);
        servers.prepare(TOPICS);
        TopicSerdes serdes = new TopicSerdes(Map.of("schema.registry.url", servers.registry()));
        TOPICS.forEach(topic -> backlog.serializers.put(topic, serializer(serdes, topic)));
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers.bootstrapServers(), "linger.ms", "20"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            backlog.send(producer);
        }
        if (backlog.failure.get() != null) {
            throw new IllegalStateException("The backlog was not sent.", backlog.failure.get());
        }
        return backlog;
    }

    /** How many rows there are on the topics. */
    int rows() {
        return keys * versions;
    }

    /** How many rows there must be in the tables. */
    int keys() {
        return keys;
    }

    /** The sum of their counts. */
    long sum() {
        return sum;
    }

    /** The last row of each partition: when those can be seen, so can all. */
    List<AnalyticRow> last() {
        return List.copyOf(last.values());
    }

    private void send(KafkaProducer<String, byte[]> producer) {
        AnalyticRow.Maker rows = new AnalyticRow.Maker(AreaBook.northamptonshire());
        int apart = Math.min(APART, keys);
        for (int number = 0; number < keys + (versions - 1) * apart; number++) {
            if (number < keys) {
                send(producer, rows.of(number, 1));
            }
            if (versions > 1 && number >= apart) {
                send(producer, rows.of(number - apart, versions));
            }
        }
        for (int number = 0; number < keys; number++) {
            sum += rows.of(number, versions).count();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of failures
    private void send(KafkaProducer<String, byte[]> producer, AnalyticRow row) {
        String topic = row.topic().name();
        byte[] value = serializers.get(row.topic()).serialize(topic, row.value());
        producer.send(new ProducerRecord<>(topic, row.key(), value), (metadata, failed) -> {
            if (failed == null) {
                // Those of a partition are told in their order.
                last.put(new TopicPartition(topic, metadata.partition()), row);
            } else {
                failure.set(failed);
            }
        });
    }

    @SuppressWarnings("unchecked") // whatever a topic holds, its serializer takes
    private static Serializer<SpecificRecord> serializer(TopicSerdes serdes, Topic<?> topic) {
        return (Serializer<SpecificRecord>)
                (Serializer<?>) serdes.valueSerde(topic).serializer();
    }
}
