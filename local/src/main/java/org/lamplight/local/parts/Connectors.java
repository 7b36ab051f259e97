package org.lamplight.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.lamplight.local.access.Principals;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.config.SourceConfig;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;

/** The configurations of our connectors: a folder per source, and the one that writes the reporting database. */
public final class Connectors {
    /** The connector that writes the reporting database. */
    public static final String SINK = "reporting";
    /** Tasks of the sink: one would keep one process of PostgreSQL busy, and leave a core partly idle. */
    public static final int SINK_TASKS = 2;

    private static final String SOURCE_PREFIX = "source-";

    private final LamplightConfig config;
    private final Addresses addresses;
    private final Secrets secrets;
    private final KafkaLogins logins;
    private final DatabaseLogins database;
    private final Map<String, Map<String, String>> configurations = new LinkedHashMap<>();

    /** The connectors of a configuration. Made before the worker starts, which may go on with connectors it knows. */
    public Connectors(
            LamplightConfig config, Addresses addresses, Secrets secrets, KafkaLogins logins, DatabaseLogins database) {
        this.config = config;
        this.addresses = addresses;
        this.secrets = secrets;
        this.logins = logins;
        this.database = database;
        configurations.put(SINK, sink());
        config.sources().forEach(source -> configurations.put(nameOf(source), source(source)));
    }

    /** The name of a source's connector. */
    public static String nameOf(SourceConfig source) {
        return SOURCE_PREFIX + source.name();
    }

    /** Whether a connector is one of a source, configured or not. */
    public static boolean isSource(String connector) {
        return connector.startsWith(SOURCE_PREFIX);
    }

    /** Every connector's configuration by its name. */
    public Map<String, Map<String, String>> configurations() {
        return configurations;
    }

    private Map<String, String> source(SourceConfig source) {
        Map<String, String> settings = converters();
        settings.put("connector.class", "org.lamplight.ingest.folder.FolderSourceConnector");
        settings.put("tasks.max", "1");
        settings.put("exactly.once.support", "required");
        // Batches are large, so a transaction for each costs little; and by an interval a small one waits for its end.
        settings.put("transaction.boundary", "poll");
        settings.put("mapping", source.mapping());
        settings.put("inbox", source.inbox().toString());
        settings.put("areas.book", config.areaBook());
        settings.put("pseudonym.key", secrets.reference(Secrets.PSEUDONYM_KEY));
        settings.putAll(config.sourceSettings());
        settings.putAll(source.settings());
        return settings;
    }

    private Map<String, String> sink() {
        Map<String, String> settings = converters();
        settings.put("connector.class", "org.lamplight.sink.ReportingSinkConnector");
        settings.put("tasks.max", Integer.toString(SINK_TASKS));
        settings.put("topics", Topics.TABLES.stream().map(Topic::name).collect(Collectors.joining(",")));
        settings.put("database.url", address("database", addresses.database()));
        settings.putAll(database.connector(Principals.SINK));
        settings.put("areas.book", config.areaBook().equals(LamplightConfig.SHIPPED_BOOK) ? "" : config.areaBook());
        settings.put("errors.tolerance", "all");
        settings.put("errors.deadletterqueue.topic.name", Topics.DEAD_LETTER);
        settings.put("errors.deadletterqueue.context.headers.enable", "true");
        settings.putAll(logins.overrides(Principals.SINK));
        settings.put("consumer.override.isolation.level", "read_committed");
        // A batch is a statement per table: the more rows share it, the less each costs. But of each task two batches
        // are in memory, and what outlives a collection costs too.
        settings.put("consumer.override.max.poll.records", "1000");
        settings.putAll(config.sinkSettings());
        return settings;
    }

    /**
     * An address, or a reference to it for the embedded worker: that starts its connectors as they were configured in an
     * earlier run, when a port may have been another.
     */
    private String address(String name, String address) {
        if (!config.connect().place().embedded()) {
            return address;
        }
        Path file = config.data().addresses().resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, address);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written.", e);
        }
        return WorkerSettings.reference(file);
    }

    private Map<String, String> converters() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        settings.put("value.converter", "org.lamplight.schemas.connect.AvroConverter");
        settings.put(
                "value.converter.schema.registry.url",
                address("registry", addresses.registry().toString()));
        config.registry().client().forEach((name, value) -> settings.put("value.converter." + name, value));
        return settings;
    }
}
