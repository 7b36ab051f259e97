package org.lamplight.local.privacy;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.lamplight.local.parts.StartException;
import org.lamplight.schemas.Removal;

/** Writes the tombstones by which reports are removed, all of them or none. */
public final class Tombstones implements AutoCloseable {
    /** How the ids of its transactions begin. */
    public static final String TRANSACTIONAL_IDS = "lamplight-retention-";

    private static final String SWEEP = "sweep";

    private final KafkaProducer<String, String> producer;

    /**
     * Connects.
     *
     * @param client settings of a client that logs in to the cluster as {@code retention}
     * @param purpose what it is for; of two with the same purpose, the later one goes first
     * @throws StartException if Kafka does not answer
     */
    Tombstones(Map<String, String> client, String purpose) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("transactional.id", TRANSACTIONAL_IDS + purpose);
        settings.put("max.block.ms", "30000");
        producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            producer.close();
            throw failure(e);
        }
    }

    /**
     * A tombstone.
     *
     * @param topic the topic
     * @param partition the partition; null for the one that Kafka's own partitioner gives the key
     * @param key the key
     */
    record Tombstone(String topic, Integer partition, String key) {}

    /** Writes them in one transaction. */
    void write(Collection<Tombstone> tombstones, Removal why) {
        try {
            producer.beginTransaction();
            for (Tombstone tombstone : tombstones) {
                var sent = new ProducerRecord<String, String>(
                        tombstone.topic(), tombstone.partition(), tombstone.key(), null);
                why.writeTo(sent.headers());
                var unused = producer.send(sent); // What fails, fails the transaction.
            }
            producer.commitTransaction();
        } catch (KafkaException e) {
            throw failure(e);
        }
    }

    /**
     * Appends to every partition what no reader of committed records sees, so that Kafka closes the segments that are old
     * enough; it would not otherwise, and does not compact a segment that is open.
     */
    void sweep(Collection<TopicPartition> partitions) {
        try {
            producer.beginTransaction();
            for (TopicPartition partition : partitions) {
                var unused = producer.send(new ProducerRecord<>(partition.topic(), partition.partition(), SWEEP, null));
            }
            producer.flush();
            producer.abortTransaction();
        } catch (KafkaException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private static StartException failure(KafkaException e) {
        return new StartException("Kafka does not take the tombstones: " + e.getMessage(), e);
    }
}
