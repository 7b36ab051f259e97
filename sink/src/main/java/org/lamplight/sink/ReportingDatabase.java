package org.lamplight.sink;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.lamplight.areas.AreaBook;

/**
 * The reporting database as the sink sees it: it holds rows, and the offsets up to which they are complete. Every
 * method throws {@link DatabaseFailure} if the database does not do what it is asked.
 */
final class ReportingDatabase implements AutoCloseable {
    private static final Map<Table, TableSql> SQL =
            Table.BY_TOPIC.values().stream().collect(Collectors.toUnmodifiableMap(Function.identity(), TableSql::of));

    private final SinkConfig config;
    private final KafkaOffsets offsets;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    /** Connects when it is first used, so that a database that is away does not stop a task from starting. */
    ReportingDatabase(SinkConfig config) {
        this.config = config;
        offsets = new KafkaOffsets(config.connector());
        pool = Connections.pool(config);
        jdbi = Jdbi.create(pool);
    }

    /** Creates or upgrades the tables and views, and brings the area book into them, unless that is not its task. */
    void setUp(AreaBook book) {
        if (config.migrate()) {
            translating(() -> new DatabaseSetup(Connections.driver(config)).run(book));
        }
    }

    /** The offsets at which to go on reading; 0 for a partition that the database has never seen. */
    Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> read = new HashMap<>();
        inTransaction(handle -> read.putAll(offsets.read(handle, partitions)));
        return read;
    }

    /**
     * Applies a batch, moves the offsets past it and tells who listens: all or nothing. The offsets come first, so that a task that has
     * lost its partitions waits or fails before it touches a row.
     *
     * @param expected where the caller believes the offsets of the batch's partitions to be
     */
    void write(Batch batch, Map<TopicPartition, Long> expected) {
        inTransaction(handle -> {
            offsets.move(handle, batch.next(), expected);
            batch.changes().forEach((table, changes) -> apply(handle, table, changes));
            Notices.send(handle, batch.changes());
        });
    }

    /**
     * Has partitions read again. A partition without an offset is read from its beginning, and its rows are removed
     * first; otherwise rows that are newer than the offset let themselves be overwritten.
     *
     * @param altered the offset of each partition, or null
     */
    void alterOffsets(Map<TopicPartition, Long> altered) {
        Map<TopicPartition, Long> next = new HashMap<>();
        altered.forEach((partition, offset) -> next.put(partition, offset == null ? 0 : offset));
        inTransaction(handle -> {
            offsets.set(handle, next);
            altered.forEach((partition, offset) -> forget(handle, partition, offset));
        });
    }

    @Override
    public void close() {
        pool.close();
    }

    private static void apply(Handle handle, Table table, Collection<Change> changes) {
        Map<Boolean, List<Change>> byDeleting = changes.stream()
                .collect(Collectors.partitioningBy(change -> change.row().isEmpty()));
        List<Change> upserts = byDeleting.get(false);
        List<Change> deletes = byDeleting.get(true);
        if (!upserts.isEmpty()) {
            execute(
                    handle.createUpdate(SQL.get(table).upsert()),
                    table.columns(),
                    upserts,
                    change -> change.row().orElseThrow());
        }
        if (!deletes.isEmpty()) {
            execute(
                    handle.createUpdate(SQL.get(table).delete()),
                    table.key(),
                    deletes,
                    change -> change.key().toArray());
        }
    }

    private static void execute(
            Update update, List<Column> columns, List<Change> changes, Function<Change, Object[]> values) {
        List<Object[]> rows = changes.stream().map(values).toList();
        for (int i = 0; i < columns.size(); i++) {
            int index = i;
            bind(update, columns.get(i), rows.size(), row -> rows.get(row)[index]);
        }
        bind(update, TableSql.PARTITION, rows.size(), row -> changes.get(row).partition());
        bind(update, TableSql.OFFSET, rows.size(), row -> changes.get(row).offset());
        update.execute();
    }

    private static void bind(Update update, Column column, int rows, IntFunction<Object> value) {
        update.bind(column.name(), column.type().array(rows, value));
    }

    private static void forget(Handle handle, TopicPartition partition, Long offset) {
        String table = "lamplight." + Table.ofTopic(partition.topic()).name();
        if (offset == null) {
            handle.createUpdate("delete from " + table + " where kafka_partition = :partition")
                    .bind("partition", partition.partition())
                    .execute();
        } else {
            handle.createUpdate("update " + table
                            + " set kafka_offset = -1 where kafka_partition = :partition and kafka_offset >= :offset")
                    .bind("partition", partition.partition())
                    .bind("offset", offset)
                    .execute();
        }
    }

    private void inTransaction(Consumer<Handle> work) {
        translating(() -> jdbi.useTransaction(work::accept));
    }

    private static void translating(Runnable work) {
        try {
            work.run();
        } catch (DatabaseFailure | ConnectException e) {
            throw e;
        } catch (RuntimeException e) {
            throw DatabaseFailure.of(e);
        }
    }
}
