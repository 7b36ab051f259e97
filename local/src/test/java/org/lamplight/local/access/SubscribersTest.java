package org.lamplight.local.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.lang.Runtime.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.local.NodeProject;
import org.lamplight.local.Programs;
import org.lamplight.local.registry.EmbeddedRegistry;
import org.lamplight.schemas.AreaKind;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.schemas.ProtectionMethod;
import org.lamplight.schemas.ReleasedTrend;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;
import org.lamplight.schemas.registry.RegistryConfig;
import org.lamplight.schemas.serde.TopicSerdes;

/** The examples for subscribers, each run over TLS with the password of a council. */
class SubscribersTest {
    private static final Path EXAMPLES =
            Path.of("../docs/examples").toAbsolutePath().normalize();
    private static final String COUNCIL = "council-north-northamptonshire";
    private static final Topic<ReleasedTrend> NORTH = Topics.partner("north-northamptonshire");
    private static final List<String> TOPICS = List.of(NORTH.name(), Topics.PARTNER_COUNTY.name());

    /** Older ones cannot log in to Kafka 4 by SCRAM. */
    private static final Version LOGS_IN = Version.parse("2.6.1");

    private static final Pattern LIBRDKAFKA = Pattern.compile("librdkafka ([0-9.]+)");
    private static final String PYTHON =
            "import avro.io, confluent_kafka; assert confluent_kafka.libversion()[1] >= 0x02060100";

    private static final List<String> LINES = List.of(
            "2026-11-22 revision 1: Made-up ward, retail, 2026-10-01 to 2026-10-31: withheld",
            "2026-11-22 revision 1: North Northamptonshire, retail, 2026-10-01 to 2026-10-31: 25",
            "2026-11-22 revision 1: Northamptonshire, retail, 2026-10-01 to 2026-10-31: 45");

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
            send(producer, NORTH, row("E06000061", "North Northamptonshire", AreaKind.COUNCIL, 25L));
            send(producer, NORTH, row("E05000001", "Made-up ward", AreaKind.WARD, null));
            send(producer, Topics.PARTNER_COUNTY, row("E23000022", "Northamptonshire", AreaKind.FORCE, 45L));
            producer.commitTransaction();
        }
    }

    @Test
    void shouldServeJava() throws IOException {
        Properties settings = new Properties();
        Path example = EXAMPLES.resolve("subscriber-java");
        try (Reader reader = Files.newBufferedReader(example.resolve("subscriber.properties"))) {
            settings.load(reader);
        }
        settings.putAll(broker.outside(COUNCIL));
        settings.put("schema.registry.url", broker.addresses().registry().toString());
        Path file = home.resolve("subscriber.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }

        String printed = Programs.run(
                home,
                Map.of(),
                command(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        example.resolve("Subscriber.java").toString(),
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
    void shouldServeKcat() throws IOException {
        assumeThat(hasKcat()).as("kcat with librdkafka 2.6.1 or newer").isTrue();
        Map<String, String> values = Map.of(
                "bootstrap.servers", broker.addresses().partners(),
                "sasl.password", broker.passwordOf(COUNCIL),
                "ssl.ca.location", broker.trust().get("ssl.truststore.location").toString());
        Path file = home.resolve("kcat.conf");
        Files.write(
                file,
                Files.readAllLines(EXAMPLES.resolve("subscriber-kcat/kcat.conf")).stream()
                        .map(line -> line.split("=", 2))
                        .map(setting -> setting[0] + "=" + values.getOrDefault(setting[0], setting[1]))
                        .toList());

        String printed = Programs.run(
                home, Map.of(), "kcat", "-F", file.toString(), "-C", "-t", NORTH.name(), "-e", "-q", "-f", "%k %h\\n");

        assertThat(lines(printed))
                .containsExactly(
                        "E06000061/retail/MONTH/2026-10-01/1 lamplight.release=2026-11-22,lamplight.revision=1",
                        "E05000001/retail/MONTH/2026-10-01/1 lamplight.release=2026-11-22,lamplight.revision=1");
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

    private static boolean hasKcat() {
        try {
            Matcher version = LIBRDKAFKA.matcher(Programs.run(home, Map.of(), "kcat", "-V"));
            return version.find() && Version.parse(version.group(1)).compareTo(LOGS_IN) >= 0;
        } catch (IOException e) {
            return false;
        }
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
