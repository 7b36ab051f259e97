package org.lamplight.sink;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings records into the database exactly once and in order: it knows how far the database is, leaves out what the
 * database already holds, and finds the record that the database refuses.
 */
final class BatchWriter {
    private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);

    private final ReportingDatabase database;
    private final ErrantRecordReporter deadLetters;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Set<TopicPartition> unknown = new HashSet<>();

    /**
     * A writer without partitions.
     *
     * @param deadLetters where refused records go; null where there is no dead-letter queue
     */
    BatchWriter(ReportingDatabase database, ErrantRecordReporter deadLetters) {
        this.database = database;
        this.deadLetters = deadLetters;
    }

    /** Takes partitions on; where to go on in them is not known until {@link #locate}. */
    void add(Collection<TopicPartition> partitions) {
        unknown.addAll(partitions);
        positions.keySet().removeAll(partitions);
    }

    /** Lets partitions go. */
    void remove(Collection<TopicPartition> partitions) {
        unknown.removeAll(partitions);
        positions.keySet().removeAll(partitions);
    }

    /**
     * Asks the database where to go on in the partitions for which this is not known.
     *
     * @return whether there were any
     * @throws DatabaseFailure if the database does not say
     */
    boolean locate() {
        if (unknown.isEmpty()) {
            return false;
        }
        positions.putAll(database.offsets(unknown));
        unknown.clear();
        return true;
    }

    /** For each partition the offset before which the database holds everything. */
    Map<TopicPartition, Long> positions() {
        return Collections.unmodifiableMap(positions);
    }

    /**
     * Writes what the database does not hold yet, all or nothing.
     *
     * @throws DatabaseFailure if the database does not take the records; of kind DATA if it never will
     */
    void write(Collection<SinkRecord> records) {
        List<SinkRecord> news = news(records);
        if (!news.isEmpty()) {
            commit(Batch.of(news));
        }
    }

    /**
     * Writes what the database does not hold yet, and sets aside what it refuses. After a failure some of it may be written,
     * which {@link #positions} tells.
     *
     * @throws DatabaseFailure if the database does not take the records now; never of kind DATA
     * @throws ConnectException if it refuses a record and there is no dead-letter queue
     */
    void writeOrSetAside(Collection<SinkRecord> records) {
        List<SinkRecord> news = news(records);
        if (!news.isEmpty()) {
            writeOrSplit(news);
        }
    }

    private List<SinkRecord> news(Collection<SinkRecord> records) {
        List<SinkRecord> news = records.stream().filter(this::isNew).toList();
        if (news.size() < records.size()) {
            LOG.warn(
                    "Left out {} records that the database already holds. Should a topic have been created anew, reset"
                            + " this connector's offsets.",
                    records.size() - news.size());
        }
        return news;
    }

    private boolean isNew(SinkRecord sinkRecord) {
        Long position = positions.get(Batch.partition(sinkRecord));
        return position != null && sinkRecord.originalKafkaOffset() >= position;
    }

    private void writeOrSplit(List<SinkRecord> records) {
        try {
            commit(Batch.of(records));
        } catch (DatabaseFailure failure) {
            if (failure.kind() != DatabaseFailure.Kind.DATA) {
                throw failure;
            }
            if (records.size() == 1) {
                setAside(records.get(0), failure);
            } else {
                int half = records.size() / 2;
                writeOrSplit(records.subList(0, half));
                writeOrSplit(records.subList(half, records.size()));
            }
        }
    }

    private void commit(Batch batch) {
        try {
            database.write(batch, positions);
            positions.putAll(batch.next());
        } catch (DatabaseFailure failure) {
            if (failure.kind() == DatabaseFailure.Kind.FENCED) {
                add(Set.copyOf(positions.keySet()));
            }
            throw failure;
        }
    }

    /** The dead letter is safe before the database's offset moves past the record. */
    private void setAside(SinkRecord refused, DatabaseFailure failure) {
        String where = Batch.partition(refused) + "@" + refused.originalKafkaOffset();
        if (deadLetters == null) {
            throw new ConnectException("The record at " + where + " was refused: " + failure.getMessage()
                    + ". There is no dead-letter queue: set errors.tolerance=all and"
                    + " errors.deadletterqueue.topic.name, and restart the task.");
        }
        LOG.warn("The record at {} goes to the dead-letter queue: {}", where, failure.getMessage());
        try {
            deadLetters.report(refused, failure).get();
        } catch (ExecutionException e) {
            throw new ConnectException("The record at " + where + " did not reach the dead-letter queue", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectException(
                    "Interrupted while the record at " + where + " went to the dead-letter queue", e);
        }
        commit(Batch.skipping(List.of(refused)));
    }
}
