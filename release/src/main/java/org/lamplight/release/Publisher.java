package org.lamplight.release;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.lamplight.schemas.Release;
import org.lamplight.schemas.ReleasedTrend;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;

/** Writes a release to the topics: every row and the record of the log in one transaction. */
final class Publisher implements AutoCloseable {
    private static final String RELEASE = "lamplight.release";
    private static final String REVISION = "lamplight.revision";

    private final Cluster cluster;
    private final PartnerTopics topics;
    private final Producer<String, byte[]> producer;

    /** From here on every older publisher is shut out, and what it left unfinished is undone. */
    Publisher(Cluster cluster, PartnerTopics topics) {
        this.cluster = cluster;
        this.topics = topics;
        producer = cluster.producer();
        try {
            producer.initTransactions();
        } catch (RuntimeException e) {
            producer.close();
            throw e;
        }
    }

    /** The releases that the log has, which then are complete in all topics. */
    static Set<String> published(Cluster cluster) {
        Set<String> releases = new TreeSet<>();
        LogEnd.read(
                cluster,
                Map.of(new TopicPartition(Topics.RELEASE_LOG.name(), 0), 0L),
                each -> releases.add(each.key()));
        return releases;
    }

    /**
     * Publishes a release.
     *
     * @param sent is run when all is sent but not yet committed
     * @throws ReleaseException if the cluster did not take it; whether it did in the end, the log says
     */
    void publish(Releases.Whole whole, Runnable sent) {
        producer.beginTransaction();
        try {
            send(whole);
            producer.flush();
            sent.run();
            producer.commitTransaction();
        } catch (RuntimeException e) {
            abort(e);
            throw new ReleaseException(
                    "The release " + whole.release().getRelease() + " could not be sent: " + e.getMessage()
                            + ". Run lamplight release again to complete it.",
                    e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private void send(Releases.Whole whole) {
        Release release = whole.release();
        try (Serializer<ReleasedTrend> rows = serializer(Topics.PARTNER_COUNTY);
                Serializer<Release> log = serializer(Topics.RELEASE_LOG)) {
            for (ReleasedTrend row : whole.rows()) {
                Topic<ReleasedTrend> topic = topics.of(row);
                ProducerRecord<String, byte[]> sent =
                        new ProducerRecord<>(topic.name(), keyOf(row), rows.serialize(topic.name(), row));
                label(sent.headers(), release.getRelease());
                label(sent.headers(), row.getRevision());
                send(sent);
            }
            String topic = Topics.RELEASE_LOG.name();
            send(new ProducerRecord<>(topic, release.getRelease(), log.serialize(topic, release)));
        }
    }

    private void send(ProducerRecord<String, byte[]> each) {
        // If it fails, so does the commit.
        Future<RecordMetadata> unused = producer.send(each);
    }

    private <V extends SpecificRecord> Serializer<V> serializer(Topic<V> topic) {
        return cluster.serdes().valueSerde(topic).serializer();
    }

    /** What was sent must not keep readers waiting until the transaction times out. */
    private void abort(RuntimeException cause) {
        try {
            producer.abortTransaction();
        } catch (KafkaException | IllegalStateException e) {
            cause.addSuppressed(e);
        }
    }

    private static void label(Headers headers, String release) {
        headers.add(RELEASE, release.getBytes(StandardCharsets.UTF_8));
    }

    private static void label(Headers headers, int revision) {
        headers.add(REVISION, Integer.toString(revision).getBytes(StandardCharsets.UTF_8));
    }

    private static String keyOf(ReleasedTrend row) {
        return String.join(
                "/",
                row.getArea(),
                row.getCategory(),
                row.getPeriod().name(),
                row.getFirstDay().toString(),
                Integer.toString(row.getRevision()));
    }
}
