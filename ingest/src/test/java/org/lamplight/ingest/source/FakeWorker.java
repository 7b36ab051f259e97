package org.lamplight.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/**
 * Runs a source task as a worker with exactly-once support does: records and offsets are committed together, or not at
 * all. Offsets pass through JSON, as on a real worker.
 */
public final class FakeWorker {
    private final Supplier<? extends SourceTask> tasks;
    private final Map<String, String> settings;
    private final Store store;
    private final List<SourceRecord> open = new ArrayList<>();
    private SourceTask task;

    /** What outlives a worker: committed records and offsets. Several workers may share it. */
    public static final class Store {
        private final List<SourceRecord> records = new ArrayList<>();
        private final Map<String, byte[]> offsets = new HashMap<>();
        private final JsonConverter json = new JsonConverter();

        public Store() {
            json.configure(Map.of("schemas.enable", "false"), false);
        }

        public List<SourceRecord> records() {
            return records;
        }

        public int partitions() {
            return offsets.size();
        }

        /** Sets a position, as an operator may. */
        public void put(Map<String, ?> partition, Map<String, ?> offset) {
            offsets.put(key(partition), json(offset));
        }

        private void commit(List<SourceRecord> transaction) {
            records.addAll(transaction);
            transaction.forEach(record -> put(record.sourcePartition(), record.sourceOffset()));
        }

        @SuppressWarnings("unchecked")
        private Map<String, Object> offset(Map<String, ?> partition) {
            byte[] stored = offsets.get(key(partition));
            return stored == null
                    ? null
                    : (Map<String, Object>) json.toConnectData("", stored).value();
        }

        private String key(Map<String, ?> partition) {
            // Connect takes the text as it comes, and the order of a map that is not sorted changes between processes.
            assertThat(partition).isInstanceOf(SortedMap.class);
            return new String(json(partition), StandardCharsets.UTF_8);
        }

        private byte[] json(Map<String, ?> map) {
            return json.fromConnectData("", null, map);
        }
    }

    public FakeWorker(Supplier<? extends SourceTask> tasks, Map<String, String> settings, Store store) {
        this.tasks = tasks;
        this.settings = settings;
        this.store = store;
        start();
    }

    /** Starts a new task, as after a crash. */
    public void start() {
        task = tasks.get();
        task.initialize(new TaskContext(settings, store::offset));
        task.start(settings);
    }

    /** One poll, into the open transaction. */
    public int poll() {
        try {
            List<SourceRecord> records = task.poll();
            if (records == null) {
                return 0;
            }
            assertThat(records).isNotEmpty();
            open.addAll(records);
            return records.size();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Commits the open transaction and tells the task. */
    public void commit() {
        List<SourceRecord> transaction = commitUntold();
        try {
            for (SourceRecord record : transaction) {
                task.commitRecord(record, null);
            }
            task.commit();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Commits the open transaction, but the task does not get to know. */
    public List<SourceRecord> commitUntold() {
        List<SourceRecord> transaction = List.copyOf(open);
        open.clear();
        store.commit(transaction);
        return transaction;
    }

    /** The process dies: what is not committed is lost, and a new one starts. */
    public void crash() {
        open.clear();
        start();
    }

    /** Stops in good order. */
    public void stop() {
        commit();
        task.stop();
    }

    /** Polls and commits until nothing has come for so many polls that no task can still be skipping rows. */
    public List<SourceRecord> drain() {
        int idle = 0;
        while (idle < 100) {
            idle = poll() == 0 ? idle + 1 : 0;
            commit();
        }
        return store.records();
    }
}
