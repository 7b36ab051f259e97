package org.lamplight.sink;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jdbi.v3.core.Jdbi;
import org.lamplight.areas.AreaBook;

/**
 * Prints how many rows a second one task writes to an embedded PostgreSQL with fsync on, from structs to committed
 * rows: 100,000 new rows of a table, then a new value for each of them.
 */
public final class SinkThroughput {
    private static final int ROWS = 100_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private SinkThroughput() {}

    /** Arguments: sizes of the batches; 500 and 5000 if there are none. */
    public static void main(String[] args) throws IOException {
        List<Integer> sizes = args.length == 0
                ? List.of(500, 5_000)
                : List.of(args).stream().map(Integer::valueOf).toList();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "256MB")
                .start()) {
            TestDatabase database =
                    new TestDatabase(postgres.getPort(), "postgres", Jdbi.create(postgres.getPostgresDatabase()));
            for (int size : sizes) {
                for (String table : List.of("hotspot", "incident")) {
                    measure(database, table, size, System.out);
                }
            }
        }
    }

    private static void measure(TestDatabase test, String name, int size, PrintStream out) {
        Table table = Table.BY_TOPIC.values().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        TopicPartition partition = new TopicPartition(table.topic().name(), 0);
        try (ReportingDatabase database = new ReportingDatabase(SinkConfig.of(test.settings()))) {
            database.setUp(AreaBook.northamptonshire());
            test.execute("truncate lamplight." + name + ", lamplight.kafka_offset");
            BatchWriter writer = new BatchWriter(database, null);
            writer.add(List.of(partition));
            writer.locate();
            Random random = new Random(1);
            for (String what : List.of("inserts", "updates")) {
                int firstOffset = what.equals("inserts") ? 0 : ROWS;
                long nanos = 0;
                long cpuNanos = 0;
                for (int from = 0; from < ROWS; from += size) {
                    List<SinkRecord> batch = records(table, from, Math.min(from + size, ROWS), firstOffset, random);
                    long start = System.nanoTime();
                    long cpuStart = THREADS.getCurrentThreadCpuTime();
                    writer.write(batch);
                    nanos += System.nanoTime() - start;
                    cpuNanos += THREADS.getCurrentThreadCpuTime() - cpuStart;
                }
                out.printf(
                        "%-8s %s in batches of %5d: %,9.0f rows/s, of which the task's own work %.1f microseconds a row%n",
                        name, what, size, ROWS / (nanos / 1e9), cpuNanos / 1e3 / ROWS);
            }
        }
    }

    private static List<SinkRecord> records(Table table, int from, int to, int firstOffset, Random random) {
        List<SinkRecord> records = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Struct value = Rows.random(table, i, random);
            records.add(new SinkRecord(
                    table.topic().name(),
                    0,
                    Schema.STRING_SCHEMA,
                    Rows.key(table, value),
                    value.schema(),
                    value,
                    firstOffset + i));
        }
        return records;
    }
}
