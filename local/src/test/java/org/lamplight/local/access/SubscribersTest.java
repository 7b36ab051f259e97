package org.lamplight.local.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.tools.consumer.ConsoleConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.local.NodeProject;
import org.lamplight.local.Programs;
import org.lamplight.local.registry.EmbeddedRegistry;
import org.lamplight.release.ReleaseDocument;
import org.lamplight.schemas.AreaKind;
import org.lamplight.schemas.Direction;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.schemas.ProtectionMethod;
import org.lamplight.schemas.ReleasedTrend;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;
import org.lamplight.schemas.registry.RegistryConfig;
import org.lamplight.schemas.serde.AvroDeserializer;
import org.lamplight.schemas.serde.TopicSerdes;

/** The examples for subscribers, each run over TLS with the password of a council. */
class SubscribersTest {
    private static final Path EXAMPLES =
            Path.of("../docs/examples").toAbsolutePath().normalize();
    private static final String COUNCIL = "council-north-northamptonshire";
    private static final Topic<ReleasedTrend> NORTH = Topics.partner("north-northamptonshire");
    private static final List<String> TOPICS = List.of(NORTH.name(), Topics.PARTNER_COUNTY.name());

    /** What there must be; older ones cannot log in to Kafka 4 with a password. */
    private static final String PYTHON =
            "import avro.io, confluent_kafka; assert confluent_kafka.libversion()[1] >= 0x02060100";

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private static final List<String> LINES = List.of(
            "2026-11-22 revision 1: Made-up ward, retail, 2026-10-01 to 2026-10-31: withheld",
            "2026-11-22 revision 1: North Northamptonshire, retail, 2026-10-01 to 2026-10-31: 25",
            "2026-11-22 revision 1: Northamptonshire, retail, 2026-10-01 to 2026-10-31: 45");

    private static final List<ReleasedTrend> RELEASED = List.of(
            ReleasedTrend.newBuilder(row("E06000061", "North Northamptonshire", AreaKind.COUNCIL, 25L))
                    .setResidents(359_525L)
                    .setRatePer1000(0.07)
                    .setPreviousCount(20L)
                    .setRatio(1.25)
                    .setDirection(Direction.NO_CLEAR_CHANGE)
                    .setCompleteness(0.95)
                    .setNote("Wards are not released: \"few\", and fewer.")
                    .build(),
            row("E05000001", "Made-up ward", AreaKind.WARD, null),
            row("E23000022", "Northamptonshire", AreaKind.FORCE, 45L));

    @TempDir
    private static Path home;

    private static SecuredBroker broker;
    private static EmbeddedRegistry registry;

    @BeforeAll
    static void start() throws Exception {
        broker = new SecuredBroker(home, Clock.systemUTC(), "");
        broker.givePasswords();
        registry = EmbeddedRegistry.start(
                broker.config().data().registry(), broker.addresses().registryPort());
        try (Admin admin = Admin.create(broker.part(Principals.ADMIN))) {
            admin.deleteRecords(TOPICS.stream()
                            .collect(Collectors.toMap(
                                    topic -> new TopicPartition(topic, 0), topic -> RecordsToDelete.beforeOffset(-1))))
                    .all()
                    .get();
        }
        release();
    }

    @AfterAll
    static void stop() {
        registry.close();
        broker.close();
    }

    /** One release that is taken back, and one that is published. */
    private static void release() {
        Map<String, Object> settings = broker.part(Principals.RELEASE);
        settings.put("transactional.id", "lamplight-release");
        try (Serde<ReleasedTrend> serde = serdes().valueSerde(NORTH);
                KafkaProducer<String, ReleasedTrend> producer =
                        new KafkaProducer<>(settings, new StringSerializer(), serde.serializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, NORTH, row("E06000061", "Never released", AreaKind.COUNCIL, 5L));
            producer.flush();
            producer.abortTransaction();
            producer.beginTransaction();
            send(producer, NORTH, RELEASED.get(0));
            send(producer, NORTH, RELEASED.get(1));
            send(producer, Topics.PARTNER_COUNTY, RELEASED.get(2));
            producer.commitTransaction();
        }
    }

    @Test
    void shouldCarryOnTheTopicWhatDocumentsCarry() throws IOException {
        List<GenericRecord> records = new ArrayList<>();
        Map<String, Object> client = broker.outside(COUNCIL);
        client.put("isolation.level", "read_committed");
        try (KafkaConsumer<String, GenericRecord> consumer =
                new KafkaConsumer<>(client, new StringDeserializer(), deserializer())) {
            List<TopicPartition> partitions =
                    TOPICS.stream().map(topic -> new TopicPartition(topic, 0)).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().atMost(Duration.ofMinutes(2)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(each -> records.add(each.value()));
                return records.size() == LINES.size();
            });
        }

        List<ReleasedTrend> rows = records.stream()
                .map(record -> RELEASED.stream()
                        .filter(row -> row.getArea().equals(record.get("area").toString()))
                        .findFirst()
                        .orElseThrow())
                .toList();
        JsonNode document = new ObjectMapper()
                .readTree(ReleaseDocument.whole("2026-11-22", Instant.EPOCH, "E06000061", rows)
                        .json())
                .at("/data/rows");
        for (int i = 0; i < records.size(); i++) {
            GenericRecord record = records.get(i);
            JsonNode row = document.get(i);
            assertThat(row.fieldNames())
                    .toIterable()
                    .containsExactlyElementsOf(record.getSchema().getFields().stream()
                            .map(Schema.Field::name)
                            .toList());
            record.getSchema()
                    .getFields()
                    .forEach(field -> assertThat(row.get(field.name()).asText())
                            .as(field.name())
                            .isEqualTo(text(record.get(field.pos()), field)));
        }
    }

    /** What is in a record, as a document writes it. */
    private static String text(Object value, Schema.Field field) {
        boolean date = field.schema().getLogicalType() != null;
        return String.valueOf(date ? LocalDate.ofEpochDay((int) value) : value);
    }

    private static AvroDeserializer<GenericRecord> deserializer() {
        AvroDeserializer<GenericRecord> deserializer = new AvroDeserializer<>();
        deserializer.configure(
                Map.of(RegistryConfig.URL, broker.addresses().registry().toString()), false);
        return deserializer;
    }

    @Test
    void shouldServeJava() throws IOException {
        Path file = settings("subscriber-java/subscriber.properties", "java");

        String printed = Programs.run(
                home,
                Map.of(),
                command(
                        JAVA,
                        "-cp",
                        CLASS_PATH,
                        EXAMPLES.resolve("subscriber-java/Subscriber.java").toString(),
                        "--once",
                        file.toString()));

        assertThat(lines(printed)).containsExactlyInAnyOrderElementsOf(LINES);
    }

    @Test
    void shouldServeJavaScript() throws IOException {
        assumeThat(NodeProject.available()).as("Node.js and npm").isTrue();

        String printed = new NodeProject(EXAMPLES.resolve("subscriber-node"))
                .node(environment(), command("subscribe.mjs", "--once"));

        assertThat(lines(printed)).containsExactlyInAnyOrderElementsOf(LINES);
    }

    @Test
    void shouldServePython() throws IOException {
        List<String> pythons = Stream.of("python3", "/usr/bin/python3")
                .filter(python -> isThere(python, "-c", PYTHON))
                .toList();
        assumeThat(pythons)
                .as("Python with the packages avro and confluent_kafka, the latter with librdkafka 2.6.1 or newer")
                .isNotEmpty();

        String printed = Programs.run(
                home,
                environment(),
                command(
                        pythons.get(0),
                        EXAMPLES.resolve("subscriber-python/subscribe.py").toString(),
                        "--once"));

        assertThat(lines(printed)).containsExactlyInAnyOrderElementsOf(LINES);
    }

    @Test
    void shouldServeKafkasConsole() throws IOException {
        String keys = console(settings("subscriber-console/client.properties", "keys"), "print.value=false");
        String rows = console(
                settings("subscriber-console/client.properties", "rows"),
                "value.deserializer=" + AvroDeserializer.class.getName(),
                "value.deserializer.schema.registry.url=" + broker.addresses().registry());

        assertThat(lines(keys))
                .containsExactly(
                        "lamplight.release:2026-11-22,lamplight.revision:1\tE06000061/retail/MONTH/2026-10-01/1",
                        "lamplight.release:2026-11-22,lamplight.revision:1\tE05000001/retail/MONTH/2026-10-01/1");
        assertThat(rows)
                .contains("\"areaName\": \"Made-up ward\"", "\"count\": 25")
                .doesNotContain("Never released");
    }

    private static String console(Path settings, String... formatting) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "-cp",
                CLASS_PATH,
                ConsoleConsumer.class.getName(),
                "--bootstrap-server",
                broker.addresses().partners(),
                "--command-config",
                settings.toString(),
                "--topic",
                NORTH.name(),
                "--from-beginning",
                "--isolation-level",
                "read_committed",
                "--max-messages",
                "2"));
        Stream.concat(Stream.of("print.key=true", "print.headers=true"), Stream.of(formatting))
                .forEach(property -> command.addAll(List.of("--formatter-property", property)));
        return Programs.run(home, Map.of(), command.toArray(String[]::new));
    }

    /** The settings of an example with where this broker is, and a consumer group of its own. */
    private static Path settings(String example, String program) throws IOException {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(EXAMPLES.resolve(example))) {
            settings.load(reader);
        }
        settings.putAll(broker.outside(COUNCIL));
        settings.put("group.id", COUNCIL + "." + program);
        settings.put("schema.registry.url", broker.addresses().registry().toString());
        Path file = Files.createTempFile(home, "client", ".properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        return file;
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

    private static TopicSerdes serdes() {
        return new TopicSerdes(
                Map.of(RegistryConfig.URL, broker.addresses().registry().toString()));
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA", broker.addresses().partners());
        environment.put("KAFKA_USER", COUNCIL);
        environment.put("KAFKA_PASSWORD", broker.passwordOf(COUNCIL));
        environment.put(
                "KAFKA_CA", broker.trust().get("ssl.truststore.location").toString());
        environment.put("REGISTRY", broker.addresses().registry().toString());
        return environment;
    }

    private static boolean isThere(String... command) {
        try {
            Programs.run(home, Map.of(), command);
            return true;
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }

    private static String[] command(String... beginning) {
        return Stream.concat(Stream.of(beginning), TOPICS.stream()).toArray(String[]::new);
    }

    private static List<String> lines(String printed) {
        return printed.lines().toList();
    }
}
