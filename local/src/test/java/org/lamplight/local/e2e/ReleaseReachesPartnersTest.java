package org.lamplight.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.local.Lamplight;
import org.lamplight.local.access.DatabaseAccess;
import org.lamplight.local.commands.Console;
import org.lamplight.local.parts.Addresses;
import org.lamplight.schemas.ReleasedTrend;
import org.lamplight.schemas.Topics;
import org.lamplight.schemas.registry.RegistryConfig;
import org.lamplight.schemas.serde.AvroDeserializer;

/** One release of a running Lamplight, taken by every way that a council has: all carry the same rows. */
class ReleaseReachesPartnersTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String COUNCIL = "council-north-northamptonshire";
    private static final String NAME = "North Northamptonshire";
    private static final List<String> FIELDS =
            ReleasedTrend.getClassSchema().getFields().stream().map(Field::name).toList();

    /** In the order of the fields. */
    private static final String VIEW = """
            select release, revision, is_final, area_code, area_name, area_kind, council_code, category, period, first_day,
                last_day, count, withheld, residents, rate_per_1000, previous_count, ratio, direction, method, threshold,
                base, completeness, note
            from partner.trend
            """;

    @TempDir
    private Path home;

    private WebhookReceiver receiver;
    private RunningPlatform lamplight;

    @BeforeEach
    void start() throws IOException, SQLException {
        receiver = new WebhookReceiver();
        lamplight = new RunningPlatform(home, """
                release.at = off
                webhooks.north {
                  council = "%s", url = "%s", secret = "%s", private-network = true
                }
                """.formatted(NAME, receiver.url(), WebhookReceiver.SECRET));
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        StoredReports.retail(lamplight.database(), 6_000, today.minusDays(400), 400);
    }

    @AfterEach
    void stop() {
        if (lamplight != null) {
            lamplight.close();
        }
        receiver.close();
    }

    @Test
    void shouldGiveACouncilTheSameRowsByEveryWay() throws Exception {
        Path handedOver = home.resolve("handed-over");
        command("access", "apply", "--secrets-dir", handedOver.toString());
        command("release");

        List<Map<String, String>> onTopics = onTopics(Files.readString(handedOver.resolve(COUNCIL + ".kafka")));
        JsonNode asJson = new ObjectMapper().readTree(export("json")).at("/data/rows");

        assertThat(onTopics).extracting(row -> row.get("areaKind")).contains("WARD", "COUNCIL", "FORCE");
        assertThat(onTopics).extracting(row -> row.get("withheld")).contains("true", "false");
        assertThat(onTopics).extracting(row -> row.get("council")).containsOnly("E06000061", "");
        assertThat(texts(asJson)).containsExactlyInAnyOrderElementsOf(onTopics);
        assertThat(asCsv()).isEqualTo(texts(asJson));
        assertThat(inViews(Files.readString(handedOver.resolve(COUNCIL + ".database"))))
                .containsExactlyInAnyOrderElementsOf(onTopics);
        assertThat(byWebhook(asJson.size())).isEqualTo(List.copyOf(rows(asJson)));
        assertThat(lamplight.platform().troubles()).isEmpty();
    }

    /** What a webhook brings that was out of order at first; as it is written, in its order. */
    private List<JsonNode> byWebhook(int rows) {
        await().atMost(PATIENCE).until(() -> receiver.refused() > 0);
        assertThat(receiver.taken()).isEmpty();
        receiver.repair();
        await().atMost(PATIENCE).until(() -> sent().size() >= rows);
        return sent();
    }

    private List<JsonNode> sent() {
        return receiver.taken().stream()
                .flatMap(body -> rows(read(body).at("/data/rows")).stream())
                .toList();
    }

    private List<Map<String, String>> onTopics(String password) {
        Addresses addresses = lamplight.platform().addresses();
        AvroDeserializer<GenericRecord> values = new AvroDeserializer<>();
        values.configure(Map.of(RegistryConfig.URL, addresses.registry().toString()), false);
        List<Map<String, String>> rows = new ArrayList<>();
        try (KafkaConsumer<String, GenericRecord> consumer =
                new KafkaConsumer<>(client(addresses, password), new StringDeserializer(), values)) {
            Set<TopicPartition> partitions = Stream.of(Topics.partner("north-northamptonshire"), Topics.PARTNER_COUNTY)
                    .map(topic -> new TopicPartition(topic.name(), 0))
                    .collect(Collectors.toSet());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(each -> rows.add(texts(each.value())));
                return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
            });
        }
        return rows;
    }

    private Map<String, Object> client(Addresses addresses, String password) {
        return Map.of(
                "bootstrap.servers",
                addresses.partners(),
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(COUNCIL, password.strip()),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                home.resolve("data/secrets/partners-ca.pem").toString(),
                "isolation.level",
                "read_committed");
    }

    private List<Map<String, String>> inViews(String password) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        lamplight.platform().addresses().database(), DatabaseAccess.roleOf(COUNCIL), password.strip());
                ResultSet result = connection.createStatement().executeQuery(VIEW)) {
            while (result.next()) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < FIELDS.size(); i++) {
                    row.put(FIELDS.get(i), text(result.getObject(i + 1)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private List<Map<String, String>> asCsv() throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(export("csv"))) {
            return csv.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        }
    }

    private String export(String format) throws IOException {
        Path file = home.resolve("release." + format);
        command("releases", "export", "--council", NAME, "--format", format, "--out", file.toString());
        return Files.readString(file);
    }

    private void command(String... arguments) {
        Addresses addresses = lamplight.platform().addresses();
        StringWriter out = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(out), false, Clock.systemUTC());
        int code = Lamplight.commandLine(home, ports(addresses), console).execute(arguments);
        assertThat(code).as(out.toString()).isZero();
    }

    private static Map<String, String> ports(Addresses addresses) {
        return Map.of(
                "LAMPLIGHT_KAFKA_PORT",
                Integer.toString(addresses.brokerPort()),
                "LAMPLIGHT_REGISTRY_PORT",
                Integer.toString(addresses.registryPort()),
                "LAMPLIGHT_DATABASE_PORT",
                Integer.toString(addresses.databasePort()));
    }

    private static Map<String, String> texts(GenericRecord record) {
        Map<String, String> texts = new LinkedHashMap<>();
        record.getSchema().getFields().forEach(field -> {
            Object value = record.get(field.pos());
            boolean isDate = field.schema().getLogicalType() != null;
            texts.put(field.name(), text(isDate ? LocalDate.ofEpochDay((int) value) : value));
        });
        return texts;
    }

    private static List<Map<String, String>> texts(JsonNode rows) {
        return rows(rows).stream()
                .map(row -> {
                    Map<String, String> texts = new LinkedHashMap<>();
                    row.properties()
                            .forEach(field -> texts.put(
                                    field.getKey(),
                                    field.getValue().isNull()
                                            ? ""
                                            : field.getValue().asText()));
                    return texts;
                })
                .toList();
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static List<JsonNode> rows(JsonNode rows) {
        List<JsonNode> all = new ArrayList<>();
        rows.forEach(all::add);
        return all;
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
