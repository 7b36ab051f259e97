package org.lamplight.sink;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.lamplight.areas.AreaBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the partitions it is given to the reporting database. The database's offsets are the truth: a task reads from
 * where the database stands, and Kafka's own offsets only follow.
 */
public final class ReportingSinkTask extends SinkTask {
    private static final Logger LOG = LoggerFactory.getLogger(ReportingSinkTask.class);

    private AreaBook areas;
    private ReportingDatabase database;
    private BatchWriter writer;
    private WriteBehind behind;
    private Backoff backoff;
    private boolean setUp;

    @Override
    public String version() {
        return Version.OF_SINK;
    }

    @Override
    public void start(Map<String, String> settings) {
        SinkConfig config = SinkConfig.of(settings);
        areas = config.readAreas();
        database = new ReportingDatabase(config);
        writer = new BatchWriter(database, context.errantRecordReporter());
        behind = new WriteBehind(writer);
        backoff =
                new Backoff(config.retryBackoff(), config.retryBackoffMax(), new Random(new SecureRandom().nextLong()));
    }

    @Override
    public void open(Collection<TopicPartition> partitions) {
        behind.rest();
        // Asked for in put, which is called soon even without records, and may be told to try again.
        writer.add(partitions);
    }

    @Override
    public void put(Collection<SinkRecord> records) {
        try {
            behind.settle();
            if (!seek()) {
                behind.finish();
                behind.begin(records);
            }
            backoff.reset();
        } catch (DatabaseFailure failure) {
            throw toConnect(failure);
        }
    }

    @Override
    public Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> consumed) {
        behind.rest();
        Map<TopicPartition, OffsetAndMetadata> held = new HashMap<>();
        writer.positions().forEach((partition, offset) -> held.put(partition, new OffsetAndMetadata(offset)));
        held.keySet().retainAll(consumed.keySet());
        return held;
    }

    @Override
    public void close(Collection<TopicPartition> partitions) {
        behind.rest();
        writer.remove(partitions);
    }

    @Override
    public void stop() {
        if (behind != null) {
            behind.close();
        }
        if (database != null) {
            database.close();
        }
    }

    /**
     * Moves the consumer to where the database stands, if there are partitions for which that is not known.
     *
     * @return whether it was moved; then the records at hand are dropped, for they come again from the right places on
     */
    private boolean seek() {
        if (!setUp) {
            database.setUp(areas);
            setUp = true;
        }
        boolean moved = writer.locate();
        if (moved) {
            behind.forget();
            context.offset(writer.positions());
        }
        return moved;
    }

    private ConnectException toConnect(DatabaseFailure failure) {
        return switch (failure.kind()) {
            case TRANSIENT, FENCED -> {
                Duration wait = backoff.next();
                LOG.warn("Trying again in {} ms: {}", wait.toMillis(), failure.getMessage());
                // Connect pauses all partitions, keeps polling, and gives the same records again.
                context.timeout(wait.toMillis());
                yield new RetriableException(failure.getMessage(), failure);
            }
            case DATA, FATAL -> new ConnectException(failure.getMessage(), failure);
        };
    }
}
