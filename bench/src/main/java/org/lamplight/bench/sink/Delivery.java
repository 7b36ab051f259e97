package org.lamplight.bench.sink;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.lamplight.bench.servers.Servers;
import org.lamplight.bench.servers.Worker;
import org.lamplight.local.parts.Connectors;
import org.lamplight.local.parts.EmbeddedDatabase;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;

/** A broker, the sink and PostgreSQL, and what the rows that are sent take up on the disks of both servers. */
public final class Delivery implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(200);
    /** Looks without progress: some ten minutes. */
    private static final int MOST_LOOKS = 3_000;
    /** Of a table or of all its partitions, with indexes. */
    private static final String SIZE = """
            select pg_total_relation_size('%1$s') + coalesce(sum(pg_total_relation_size(relid)), 0)
            from pg_partition_tree('%1$s') where relid <> '%1$s'::regclass
            """;
    /** The table of each topic has the name of its record. */
    private static final Map<String, String> TABLES = Topics.TABLES.stream()
            .collect(Collectors.toUnmodifiableMap(
                    Topic::name,
                    topic -> "lamplight."
                            + topic.valueType()
                                    .getSimpleName()
                                    .replaceAll("(?<=.)([A-Z])", "_$1")
                                    .toLowerCase(Locale.ROOT)));

    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final Map<String, Long> sent = new TreeMap<>();
    private final Postgres postgres;
    private final Servers servers;
    private final Worker worker;
    private final KafkaProducer<String, byte[]> producer;

    private Delivery(Postgres postgres, Servers servers, Worker worker) {
        this.postgres = postgres;
        this.servers = servers;
        this.worker = worker;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers.bootstrapServers(), "linger.ms", "20"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * What the rows of a topic take up, without what replicas and later updates add.
     *
     * @param topic its name
     * @param records how many were sent
     * @param logBytes size of the topic's log
     * @param rows how many there are in the table
     * @param tableBytes size of the table with its indexes
     */
    public record Size(String topic, long records, long logBytes, long rows, long tableBytes) {}

    /** Starts everything in a new directory. */
    public static Delivery start(Path directory) throws Exception {
        Postgres postgres = Postgres.start(directory.resolve("database"));
        Servers servers = Servers.start(directory);
        servers.prepare(Topics.TABLES);
        Worker worker = Worker.start(
                servers,
                directory.resolve("worker"),
                System.getProperty("java.class.path"),
                Map.of(
                        "database.url", postgres.url(EmbeddedDatabase.NAME),
                        "database.user", Postgres.USER,
                        "database.password", Postgres.PASSWORD));
        Map<String, String> settings = new TreeMap<>(worker.connectors().get(Connectors.SINK));
        // For want of a second broker.
        settings.put("errors.deadletterqueue.topic.replication.factor", "1");
        worker.put(Connectors.SINK, settings);
        return new Delivery(postgres, servers, worker);
    }

    /** Where the schema registry is. */
    public String registry() {
        return servers.registry();
    }

    /** Sends a record, if it is a row of a table. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of failures
    public void send(String topic, String key, byte[] value) {
        if (TABLES.containsKey(topic)) {
            sent.merge(topic, 1L, Long::sum);
            producer.send(new ProducerRecord<>(topic, key, value), (metadata, failed) -> {
                if (failed != null) {
                    failure.set(failed);
                }
            });
        }
    }

    /** Waits until all that was sent stands in the tables, and lets PostgreSQL take back what it no longer needs. */
    public List<Size> sizes() throws SQLException, InterruptedException, ExecutionException {
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("The rows were not sent.", failure.get());
        }
        try (Connection connection = postgres.source(EmbeddedDatabase.NAME).getConnection();
                Statement statement = connection.createStatement()) {
            await(statement);
            statement.execute("vacuum");
            Map<String, Long> logs = servers.logBytes();
            List<Size> sizes = new ArrayList<>();
            for (Entry<String, Long> topic : sent.entrySet()) {
                sizes.add(size(statement, topic.getKey(), topic.getValue(), logs.get(topic.getKey())));
            }
            return sizes;
        }
    }

    private void await(Statement statement) throws SQLException, InterruptedException {
        long wanted = sent.values().stream().mapToLong(Long::longValue).sum();
        long before = -1;
        for (int look = 0; look < MOST_LOOKS; look++) {
            long stored = number(statement, "select coalesce(sum(next_offset), 0) from lamplight.kafka_offset");
            if (stored == wanted) {
                return;
            }
            if (stored > before) {
                before = stored;
                look = 0;
            }
            worker.check(Connectors.SINK);
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
        }
        throw new IllegalStateException("Only %d of %d rows have come.".formatted(before, wanted));
    }

    private static Size size(Statement statement, String topic, long records, long logBytes) throws SQLException {
        String table = TABLES.get(topic);
        return new Size(
                topic,
                records,
                logBytes,
                number(statement, "select count(*) from " + table),
                number(statement, SIZE.formatted(table)));
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }

    @Override
    public void close() {
        producer.close();
        worker.close();
        servers.close();
        postgres.close();
    }
}
