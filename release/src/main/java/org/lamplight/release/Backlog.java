package org.lamplight.release;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Jdbi;
import org.lamplight.schemas.Topics;

/** The reports that are on their way into the reporting database: what is released must not miss them for ever. */
final class Backlog {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Cluster cluster;
    private final Jdbi database;
    private final Duration patience;

    /** @param patience how long to wait for the sink */
    Backlog(Cluster cluster, Jdbi database, Duration patience) {
        this.cluster = cluster;
        this.database = database;
        this.patience = patience;
    }

    /**
     * Waits until the database holds every report that is on its topic now.
     *
     * @throws ReleaseException if it does not come to
     */
    void await() {
        long deadline = System.nanoTime() + patience.toNanos();
        long missing = size();
        while (missing > 0) {
            if (System.nanoTime() > deadline) {
                throw new ReleaseException("The reporting database lacks " + missing + " records of "
                        + Topics.INCIDENT.name() + ", so nothing is released yet. Is the connector that writes it"
                        + " running? Try again when it has caught up.");
            }
            pause();
            missing = size();
        }
    }

    private long size() {
        AtomicLong missing = new AtomicLong();
        LogEnd.read(cluster, stored(), each -> missing.incrementAndGet());
        return missing.get();
    }

    private Map<TopicPartition, Long> stored() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        IntStream.range(0, Topics.INCIDENT.partitions())
                .forEach(each -> offsets.put(new TopicPartition(Topics.INCIDENT.name(), each), 0L));
        database.useHandle(handle -> handle.createQuery("""
                        select kafka_partition, max(next_offset) as next_offset
                        from lamplight.kafka_offset
                        where topic = :topic
                        group by kafka_partition
                        """)
                .bind("topic", Topics.INCIDENT.name())
                .map((row, context) -> offsets.put(
                        new TopicPartition(Topics.INCIDENT.name(), row.getInt("kafka_partition")),
                        row.getLong("next_offset")))
                .list());
        return offsets;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReleaseException("The release was interrupted; nothing has been published.", e);
        }
    }
}
