package org.lamplight.bench.sink;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lamplight.bench.servers.Contender;
import org.lamplight.bench.servers.Rounds;
import org.lamplight.bench.servers.Scratch;
import org.lamplight.bench.servers.Servers;
import org.lamplight.bench.servers.Worker;
import org.lamplight.local.parts.Connectors;
import org.lamplight.local.parts.EmbeddedDatabase;
import org.lamplight.schemas.Topic;

/** Measures what an analytic row costs on its way from Kafka into PostgreSQL, beside others who bring it there. */
public final class SinkCost {
    private static final String BATCH = "5000";

    private SinkCost() {}

    /** Takes the class path of Debezium's worker, the number of rows and of rounds. */
    public static void main(String[] args) throws Exception {
        int rows = Integer.parseInt(args[1]);
        int rounds = Integer.parseInt(args[2]);
        try (Scratch scratch = Scratch.create();
                Postgres postgres = Postgres.start(scratch.path().resolve("database"))) {
            Tables debezium = Tables.debezium(postgres);
            System.out.println("Inserts\n");
            print(rows, 1, rounds, args[0], scratch, postgres, debezium);
            System.out.println("\nInserts and updates, each key twice\n");
            print(rows, 2, rounds, args[0], scratch, postgres, debezium);
        }
        // Kafka leaves threads behind.
        System.exit(0);
    }

    /** Of a backlog with so many versions of each key, on servers of its own. */
    private static void print(
            int rows,
            int versions,
            int rounds,
            String debeziumClassPath,
            Scratch scratch,
            Postgres postgres,
            Tables debezium)
            throws Exception {
        Path directory = Files.createDirectory(scratch.path().resolve(versions + "-versions"));
        try (Servers servers = Servers.start(directory);
                Worker ours = Worker.start(
                        servers,
                        directory.resolve("our-worker"),
                        System.getProperty("java.class.path"),
                        database(postgres));
                Worker theirs =
                        Worker.start(servers, directory.resolve("debezium-worker"), debeziumClassPath, Map.of())) {
            Backlog backlog = Backlog.send(servers, rows, versions);
            // The database keeps offsets by the connector's name.
            String slug = versions + "-reporting";
            Sinking sink = new Sinking("sink (ours)", slug, ours, ours(ours), Tables.ours(postgres), backlog, postgres);
            List<Contender> contenders = new ArrayList<>(List.of(sink));
            if (versions == 1) {
                contenders.add(new Copying(sink, directory));
            }
            for (boolean unnest : new boolean[] {false, true}) {
                String way = unnest ? "unnest" : "plain";
                Map<String, String> settings = debezium(theirs, postgres, unnest);
                contenders.add(
                        new Sinking("Debezium JDBC sink, " + way, way, theirs, settings, debezium, backlog, postgres));
            }
            new Rounds(contenders).run(rounds).print(System.out);
        }
    }

    private static Map<String, String> database(Postgres postgres) {
        return Map.of(
                "database.url", postgres.url(EmbeddedDatabase.NAME),
                "database.user", Postgres.USER,
                "database.password", Postgres.PASSWORD);
    }

    private static Map<String, String> ours(Worker worker) {
        Map<String, String> settings = new HashMap<>(worker.connectors().get(Connectors.SINK));
        settings.put("topics", topics());
        // For want of a second broker.
        settings.put("errors.deadletterqueue.topic.replication.factor", "1");
        return settings;
    }

    /** As its documentation has it for throughput: batches as large as ours, one row of a key in each. */
    private static Map<String, String> debezium(Worker worker, Postgres postgres, boolean unnest) {
        Map<String, String> ours = worker.connectors().get(Connectors.SINK);
        Map<String, String> settings = new HashMap<>(Map.ofEntries(
                Map.entry("connector.class", "io.debezium.connector.jdbc.JdbcSinkConnector"),
                Map.entry("topics", topics()),
                Map.entry("connection.url", postgres.url(Postgres.DEBEZIUM) + "?reWriteBatchedInserts=true"),
                Map.entry("connection.username", Postgres.USER),
                Map.entry("connection.password", Postgres.PASSWORD),
                Map.entry("insert.mode", "upsert"),
                Map.entry("primary.key.mode", "record_value"),
                // Of each table those that it has.
                Map.entry("primary.key.fields", "force,category,cell,area,period,firstDay"),
                Map.entry("quote.identifiers", "true"),
                Map.entry("schema.evolution", "none"),
                Map.entry("use.reduction.buffer", "true"),
                Map.entry("batch.size", BATCH),
                Map.entry("dialect.postgres.unnest.insert.enabled", Boolean.toString(unnest))));
        for (String same : List.of(
                "tasks.max",
                "key.converter",
                "value.converter",
                "value.converter.schema.registry.url",
                "consumer.override.isolation.level",
                "consumer.override.max.poll.records")) {
            settings.put(same, ours.get(same));
        }
        return settings;
    }

    private static String topics() {
        return Backlog.TOPICS.stream().map(Topic::name).collect(Collectors.joining(","));
    }
}
