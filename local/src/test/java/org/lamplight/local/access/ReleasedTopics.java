package org.lamplight.local.access;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.lamplight.local.registry.EmbeddedRegistry;
import org.lamplight.schemas.AreaKind;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.schemas.ProtectionMethod;
import org.lamplight.schemas.ReleasedTrend;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;
import org.lamplight.schemas.registry.RegistryConfig;
import org.lamplight.schemas.serde.TopicSerdes;

/** What a council may read of a broker with a registry: one release that was taken back, and one that is published. */
final class ReleasedTopics implements AutoCloseable {
    static final String COUNCIL = "council-north-northamptonshire";
    static final Topic<ReleasedTrend> NORTH = Topics.partner("north-northamptonshire");
    static final List<String> NAMES = List.of(NORTH.name(), Topics.PARTNER_COUNTY.name());

    /** What every example prints. */
    static final List<String> LINES = List.of(
            "2026-11-22 revision 1: Made-up ward, retail, 2026-10-01 to 2026-10-31: withheld",
            "2026-11-22 revision 1: North Northamptonshire, retail, 2026-10-01 to 2026-10-31: 25",
            "2026-11-22 revision 1: Northamptonshire, retail, 2026-10-01 to 2026-10-31: 45");

    private static final Path EXAMPLES =
            Path.of("../docs/examples").toAbsolutePath().normalize();

    private final Path home;
    private final SecuredBroker broker;
    private final EmbeddedRegistry registry;

    ReleasedTopics(Path home) throws ExecutionException, InterruptedException {
        this.home = home;
        this.broker = new SecuredBroker(home, Clock.systemUTC(), "");
        broker.givePasswords();
        this.registry = EmbeddedRegistry.start(
                broker.config().data().registry(), broker.addresses().registryPort());
        empty();
        release();
    }

    /** A directory for what a subscriber needs. */
    Path home() {
        return home;
    }

    /** A file of the examples. */
    static Path example(String name) {
        return EXAMPLES.resolve(name);
    }

    String broker() {
        return broker.addresses().partners();
    }

    String registry() {
        return broker.addresses().registry().toString();
    }

    /** What an example learns from its environment. */
    Map<String, String> environment() {
        return Map.of(
                "KAFKA",
                broker(),
                "KAFKA_USER",
                COUNCIL,
                "KAFKA_PASSWORD",
                broker.passwordOf(COUNCIL),
                "KAFKA_CA",
                broker.trust().get("ssl.truststore.location").toString(),
                "REGISTRY",
                registry());
    }

    /** The settings of an example with where this broker is, and a consumer group of its own. */
    Path settings(String example, String group) throws IOException {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(example(example))) {
            settings.load(reader);
        }
        settings.putAll(broker.outside(COUNCIL));
        settings.put("group.id", COUNCIL + "." + group);
        settings.put("schema.registry.url", registry());
        Path file = Files.createTempFile(home, "client", ".properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        return file;
    }

    /** A command line that ends with the topics. */
    static String[] command(String... beginning) {
        return Stream.concat(Stream.of(beginning), NAMES.stream()).toArray(String[]::new);
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }

    private void empty() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(broker.part(Principals.ADMIN))) {
            admin.deleteRecords(NAMES.stream()
                            .collect(Collectors.toMap(
                                    topic -> new TopicPartition(topic, 0), topic -> RecordsToDelete.beforeOffset(-1))))
                    .all()
                    .get();
        }
    }

    private void release() {
        Map<String, Object> settings = broker.part(Principals.RELEASE);
        settings.put("transactional.id", "lamplight-release");
        TopicSerdes serdes = new TopicSerdes(Map.of(RegistryConfig.URL, registry()));
        try (Serde<ReleasedTrend> serde = serdes.valueSerde(NORTH);
                KafkaProducer<String, ReleasedTrend> producer =
                        new KafkaProducer<>(settings, new StringSerializer(), serde.serializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, NORTH, row("E06000061", "Never released", AreaKind.COUNCIL, 5L));
            producer.flush();
            producer.abortTransaction();
            producer.beginTransaction();
            send(producer, NORTH, row("E06000061", "North Northamptonshire", AreaKind.COUNCIL, 25L));
            send(producer, NORTH, row("E05000001", "Made-up ward", AreaKind.WARD, null));
            send(producer, Topics.PARTNER_COUNTY, row("E23000022", "Northamptonshire", AreaKind.FORCE, 45L));
            producer.commitTransaction();
        }
    }

    private static void send(
            KafkaProducer<String, ReleasedTrend> producer, Topic<ReleasedTrend> topic, ReleasedTrend row) {
        String key = row.getArea() + "/retail/MONTH/2026-10-01/1";
        ProducerRecord<String, ReleasedTrend> sent = new ProducerRecord<>(topic.name(), key, row);
        sent.headers()
                .add("lamplight.release", row.getRelease().getBytes(StandardCharsets.UTF_8))
                .add("lamplight.revision", "1".getBytes(StandardCharsets.UTF_8));
        Future<?> unused = producer.send(sent); // the commit fails if it does
    }

    private static ReleasedTrend row(String area, String name, AreaKind kind, Long count) {
        return ReleasedTrend.newBuilder()
                .setRelease("2026-11-22")
                .setRevision(1)
                .setIsFinal(false)
                .setArea(area)
                .setAreaName(name)
                .setAreaKind(kind)
                .setCouncil(kind == AreaKind.FORCE ? null : "E06000061")
                .setCategory("retail")
                .setPeriod(PeriodKind.MONTH)
                .setFirstDay(LocalDate.of(2026, 10, 1))
                .setLastDay(LocalDate.of(2026, 10, 31))
                .setCount(count)
                .setWithheld(count == null)
                .setMethod(ProtectionMethod.ROUNDED)
                .setThreshold(5)
                .setBase(5)
                .build();
    }
}
