package org.lamplight.sink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;

/**
 * What a Connect worker does around one sink task, as WorkerSinkTask does it: seek where the task asks, poll, put, give
 * the same records again with all partitions paused after a RetriableException, and commit what preCommit returns.
 */
final class FakeWorker implements SinkTaskContext, AutoCloseable {
    /** A record that was set aside, and why. */
    record DeadLetter(SinkRecord refused, Throwable reason) {}

    private final KafkaLog log;
    private final Map<String, String> settings;
    private final Set<TopicPartition> assignment = new HashSet<>();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Map<TopicPartition, Long> sought = new HashMap<>();
    private final ReportingSinkTask task = new ReportingSinkTask();
    private final boolean withDeadLetters;
    private List<SinkRecord> batch = List.of();

    /** The dead-letter queue. */
    final List<DeadLetter> deadLetters = new ArrayList<>();
    /** The last exception that asked for another try; null after a put that went well. */
    RetriableException retry;

    FakeWorker(KafkaLog log, Map<String, String> settings, boolean withDeadLetters) {
        this.log = log;
        this.settings = settings;
        this.withDeadLetters = withDeadLetters;
        task.initialize(this);
        task.start(settings);
    }

    /** A worker with a dead-letter queue to which all partitions of the log are assigned. */
    static FakeWorker started(KafkaLog log, Map<String, String> settings) {
        FakeWorker worker = new FakeWorker(log, settings, true);
        worker.assign(log.partitions());
        return worker;
    }

    void assign(Collection<TopicPartition> partitions) {
        assignment.addAll(partitions);
        partitions.forEach(each -> positions.put(each, log.committed.getOrDefault(each, 0L)));
        task.open(partitions);
        turn(0);
    }

    /** Reads at most so many records of each partition, and turns once more, so that it is known what became of them. */
    void poll(int limit) {
        turn(limit);
        if (retry == null) {
            turn(0);
        }
    }

    /** One turn of the worker's loop, reading at most so many records of each partition. */
    void turn(int limit) {
        rewind();
        if (retry == null) {
            batch = new ArrayList<>();
            for (TopicPartition each : assignment) {
                List<SinkRecord> read = log.read(each, positions.get(each), limit);
                batch.addAll(read);
                positions.merge(each, (long) read.size(), Long::sum);
            }
        }
        try {
            task.put(List.copyOf(batch));
            retry = null;
        } catch (RetriableException e) {
            retry = e;
        }
    }

    /** Turns the loop until the task stands at the end of every partition, or a thousand times. */
    void drain() {
        for (int i = 0; i < 1_000 && !caughtUp(); i++) {
            turn(500);
        }
        if (!caughtUp()) {
            throw new AssertionError("The task does not get to the end of the log");
        }
    }

    boolean caughtUp() {
        Map<TopicPartition, OffsetAndMetadata> held = task.preCommit(consumed());
        return assignment.stream()
                .allMatch(each -> held.containsKey(each) && held.get(each).offset() == log.end(each));
    }

    void commit() {
        task.preCommit(consumed()).forEach((partition, offset) -> log.committed.put(partition, offset.offset()));
    }

    /** Ends the task without a commit, as a crash does; only its connections are closed. */
    @Override
    public void close() {
        task.stop();
    }

    private Map<TopicPartition, OffsetAndMetadata> consumed() {
        Map<TopicPartition, OffsetAndMetadata> consumed = new HashMap<>();
        positions.forEach((partition, offset) -> consumed.put(partition, new OffsetAndMetadata(offset)));
        return consumed;
    }

    private void rewind() {
        positions.putAll(sought);
        sought.clear();
    }

    @Override
    public Map<String, String> configs() {
        return settings;
    }

    @Override
    public void offset(Map<TopicPartition, Long> offsets) {
        sought.putAll(offsets);
    }

    @Override
    public void offset(TopicPartition partition, long offset) {
        sought.put(partition, offset);
    }

    @Override
    public void timeout(long timeoutMs) {
        // Nothing waits here.
    }

    @Override
    public Set<TopicPartition> assignment() {
        return assignment;
    }

    @Override
    public void pause(TopicPartition... partitions) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void resume(TopicPartition... partitions) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void requestCommit() {
        throw new UnsupportedOperationException();
    }

    @Override
    public PluginMetrics pluginMetrics() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ErrantRecordReporter errantRecordReporter() {
        return withDeadLetters ? this::toDeadLetters : null;
    }

    private CompletableFuture<Void> toDeadLetters(SinkRecord refused, Throwable reason) {
        deadLetters.add(new DeadLetter(refused, reason));
        return CompletableFuture.completedFuture(null);
    }
}
