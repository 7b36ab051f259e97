package org.lamplight.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.local.Lamplight;
import org.lamplight.local.Platform;
import org.lamplight.local.commands.Console;
import org.lamplight.local.config.ConfigReader;
import org.lamplight.local.parts.StartException;
import org.lamplight.local.privacy.Inventory;
import org.lamplight.release.PartnerTopics;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;

/** From files to tables and views; the tests share a running Lamplight and use reports of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PipelineTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final Exports exports = new Exports(Clock.systemUTC());

    private Path home;

    private RunningPlatform lamplight;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        home = directory;
        try (var mapping = PipelineTest.class.getResourceAsStream("flare.yaml")) {
            Files.copy(mapping, home.resolve("flare.yaml"));
        }
        YearMonth thisMonth = YearMonth.now(ZoneId.of("Europe/London"));
        lamplight = new RunningPlatform(home, """
                sources.flare {
                  mapping = flare.yaml
                }
                evaluations.lights {
                  category = streetsafe
                  treated = zone-hemmingwell
                  comparison = E06000062
                  before = "2020-01..2020-03"
                  after = "%s..%s"
                }
                """.formatted(thisMonth.minusMonths(2), thisMonth));
    }

    @AfterAll
    void stop() {
        if (lamplight != null) {
            lamplight.close();
        }
    }

    @Test
    void shouldTakeReportsFromFilesToViewsAndSayWhatWasRejected() {
        lamplight.drop(
                "streetsafe",
                "streetsafe-views.csv",
                List.of(
                        Exports.STREETSAFE_HEADER,
                        exports.streetsafe(1),
                        exports.streetsafe(2),
                        exports.streetsafeOutside()));
        lamplight.drop(
                "stop-hate-uk",
                "stop-hate-uk-views.jsonl",
                List.of(exports.helpline("SHUK-1", 1, "open"), "{ this is no JSON"));
        lamplight.drop(
                "retail",
                "retail-views.csv",
                List.of(
                        Exports.RETAIL_HEADER,
                        exports.retail("R-1", 1, "£10.00"),
                        exports.retail("R-1", 2, "£12.50"),
                        exports.retail("R-2", 1, "£1.00", "far away")),
                WINDOWS);

        soon().untilAsserted(() -> {
            assertThat(
                            lamplight.rows(
                                    "select incidents, corrected, rejected from analyst.feed_health where source = 'streetsafe'"))
                    .containsExactly(List.of("2", "0", "1"));
            assertThat(rejected("streetsafe-views.csv")).containsExactly(List.of("4"));
            assertThat(rejected("stop-hate-uk-views.jsonl")).containsExactly(List.of("2"));
            assertThat(rejected("retail-views.csv")).containsExactly(List.of("4"));
            assertThat(
                            lamplight.rows(
                                    "select value_stolen_pence from lamplight.incident where value_stolen_pence in (1000, 1250)"))
                    .containsExactly(List.of("1250"));
            assertThat(lamplight.value(
                            "select max(cell_count_7) from analyst.hotspot where category = 'streetsafe.place'"))
                    .isEqualTo("2");
            assertThat(lamplight.value("""
                            select sum(observed) from opfcc.trend
                            where category = 'streetsafe' and period = 'MONTH' and area_kind = 'FORCE'
                            """)).isEqualTo("2");
            assertThat(lamplight.rows("select treated, treated_before, treated_after from opfcc.evaluation"))
                    .containsExactly(List.of("Hemmingwell", "0", "2"));
        });
    }

    @Test
    void shouldKeepNothingPersonal() {
        lamplight.drop(
                "stop-hate-uk", "stop-hate-uk-personal.jsonl", List.of(exports.helpline("SHUK-PERSONAL", 1, "open")));

        soon().until(() -> !incidents("stop-hate-uk").equals("0"));
        assertThat(lamplight.rows("select incident::text from lamplight.incident"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get(0)).doesNotContain("CANARY", "SHUK"));
    }

    @Test
    void shouldAddNothingWhenAFileComesAgainUnderAnotherName() {
        List<String> lines = List.of(exports.helpline("SHUK-AGAIN", 1, "open"));
        long before = taken("stop-hate-uk");
        lamplight.drop("stop-hate-uk", "again-1.jsonl", lines);
        soon().until(() -> taken("stop-hate-uk") == before + 1);

        lamplight.drop("stop-hate-uk", "again-2.jsonl", lines);

        soon().until(() -> isDone("stop-hate-uk", "again-2"));
        lamplight.drop("stop-hate-uk", "again-3.jsonl", List.of(exports.helpline("SHUK-LAST", 1, "open")));
        soon().until(() -> isDone("stop-hate-uk", "again-3"));
        soon().until(() -> taken("stop-hate-uk") == before + 2);
    }

    @Test
    void shouldTakeAFourthSourceFromConfigurationAlone() {
        lamplight.drop("flare", "flare-1.csv", List.of("Day,Time,Lat,Lon", "2025-01-05,10:00,52.316284,-0.690819"));

        soon().untilAsserted(() -> assertThat(incidents("flare")).isEqualTo("1"));
    }

    @Test
    void shouldContinueAfterARestartAndReportATopicThatDiffers() throws Exception {
        lamplight.drop(
                "retail",
                "retail-before.csv",
                List.of(Exports.RETAIL_HEADER, exports.retail("R-BEFORE", 1, "£5.00")),
                WINDOWS);
        soon().until(() -> isDone("retail", "retail-before"));
        changeRetention("86400000");

        lamplight.restart();

        assertThat(lamplight.platform().warnings())
                .containsExactly("Topic " + Topics.REJECTED.name()
                        + " has retention.ms = 86400000 where the catalogue says 7776000000; it is left as it is.");
        lamplight.drop(
                "retail",
                "retail-after.csv",
                List.of(Exports.RETAIL_HEADER, exports.retail("R-AFTER", 1, "£7.77")),
                WINDOWS);
        soon().untilAsserted(() -> assertThat(
                        lamplight.rows("select 1 from lamplight.incident where value_stolen_pence in (500, 777)"))
                .hasSize(2));
    }

    @Test
    void shouldSetAsideBytesThatAreNoRecordAndGoOn() throws Exception {
        byte[] bytes = "no record of ours".getBytes(StandardCharsets.UTF_8);
        long before = taken("stop-hate-uk");
        try (var producer =
                new KafkaProducer<>(lamplight.kafkaClient(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.HATE_REFERRAL.name(), "stop-hate-uk/poison", bytes))
                    .get();
        }

        lamplight.drop("stop-hate-uk", "after-poison.jsonl", List.of(exports.helpline("SHUK-POISON", 1, "open")));

        soon().until(() -> taken("stop-hate-uk") == before + 1);
        Map<String, Object> settings = lamplight.kafkaClient();
        settings.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.DEAD_LETTER).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<byte[]> letters = new ArrayList<>();
            soon().until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(letter -> letters.add(letter.value()));
                return !letters.isEmpty();
            });
            assertThat(letters).containsExactly(bytes);
        }
    }

    @Test
    void shouldKeepASecondOneOffTheSameData() {
        var config = ConfigReader.read(ConfigFactory.empty(), home);

        assertThatThrownBy(() -> Platform.start(config, Clock.systemUTC(), (part, took) -> {}))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("Another Lamplight is running on " + home.resolve("data"));
    }

    @Test
    void shouldHaveEveryTopicAndTableInTheInventory() {
        List<String> places = new Inventory(lamplight.platform().config())
                .entries().stream().map(Inventory.Entry::place).toList();
        List<String> tables =
                lamplight.rows("""
                        select 'table lamplight.' || relname from pg_class
                        where relnamespace = 'lamplight'::regnamespace and relkind in ('r', 'p') and not relispartition
                        """).stream().map(row -> row.get(0)).toList();

        assertThat(tables).hasSizeGreaterThan(8);
        assertThat(places.stream().filter(place -> place.startsWith("table ")))
                .containsExactlyInAnyOrderElementsOf(tables);
        assertThat(places.stream().filter(place -> place.startsWith("topic ")))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                PartnerTopics.catalogue(lamplight.platform().areaBook()).stream()
                                        .map(Topic::name),
                                Stream.of(Topics.DEAD_LETTER))
                        .map(topic -> "topic " + topic)
                        .toList());
    }

    @Test
    void shouldPrintTablesFromTheReportingDatabase() {
        StringWriter out = new StringWriter();
        String port = Integer.toString(lamplight.platform().addresses().databasePort());
        String kafka = lamplight.platform().addresses().bootstrapServers().replaceFirst(".*:", "");
        Console console = new Console(new PrintWriter(out), new PrintWriter(out), false, Clock.systemUTC());

        for (List<String> command : List.of(
                List.of("hotspots", "--top", "3"),
                List.of("hotspots", "--by", "change", "--explain"),
                List.of("alerts"),
                List.of("trends", "--period", "week", "--council", "North Northamptonshire"),
                List.of("pilot", "--explain"),
                List.of("pilot", "lights", "--csv"),
                List.of("trends", "--explain", "--top", "2"),
                List.of("retention", "--dry-run"),
                List.of("sources", "--csv"))) {
            int code = Lamplight.commandLine(
                            home, Map.of("LAMPLIGHT_DATABASE_PORT", port, "LAMPLIGHT_KAFKA_PORT", kafka), console)
                    .execute(command.toArray(String[]::new));

            assertThat(code).as(out.toString()).isZero();
        }
        assertThat(out.toString())
                .containsPattern("category +rank")
                .containsPattern("reports? in \\d+ days in and around this cell")
                .contains("No alert.")
                .contains("per 1,000 residents")
                .contains("evaluation,category,outcome_set")
                .containsPattern("reports? (in the week; |so far; )")
                .contains("Nothing is due.")
                .contains("source,reports");
    }

    private List<List<String>> rejected(String file) {
        return lamplight.rows("select line from lamplight.rejected_row where file = ?", file);
    }

    private long taken(String source) {
        return Long.parseLong(lamplight.value("""
                select coalesce(sum(accepted + superseded + rejected), 0) from analyst.feed_health where source = ?
                """, source));
    }

    private String incidents(String source) {
        return lamplight.value("select count(*) from lamplight.incident where source = ?", source);
    }

    @Test
    void shouldTraceReportsToTheirFilesAndBack() throws IOException {
        lamplight.drop(
                "retail",
                "retail-trace-1.csv",
                List.of(
                        Exports.RETAIL_HEADER,
                        exports.retail("R-TRACE-1", 1, "£3.21"),
                        exports.retail("R-TRACE-2", 1, "£6.54")),
                WINDOWS);
        soon().until(() -> isDone("retail", "retail-trace-1"));
        lamplight.drop(
                "retail",
                "retail-trace-2.csv",
                List.of(Exports.RETAIL_HEADER, exports.retail("R-TRACE-2", 2, "£9.87")),
                WINDOWS);
        soon().until(() -> lamplight
                        .rows("select 1 from lamplight.incident where value_stolen_pence in (321, 987)")
                        .size()
                == 2);
        String first = lamplight.value("select id from lamplight.incident where value_stolen_pence = 321");
        String second = lamplight.value("select id from lamplight.incident where value_stolen_pence = 987");

        List<List<String>> ofFile = trace(done("retail", "retail-trace-1").toString());

        String sha256 = ofFile.get(0).get(5);
        assertThat(ofFile)
                .extracting(row -> row.get(0), row -> row.get(1), row -> row.get(3), row -> row.get(4))
                .containsExactly(
                        tuple("retail", first, "retail-trace-1.csv", "2"),
                        tuple("retail", second, "retail-trace-1.csv", "3"));
        assertThat(trace(sha256)).isEqualTo(ofFile);
        assertThat(trace(second))
                .extracting(row -> row.get(3), row -> row.get(4))
                .containsExactly(tuple("retail-trace-1.csv", "3"), tuple("retail-trace-2.csv", "2"));
        assertThat(trace("0".repeat(32))).isEmpty();
    }

    /** Rows that the command prints, in cells. */
    private List<List<String>> trace(String wanted) {
        StringWriter out = new StringWriter();
        Console console =
                new Console(new PrintWriter(out), new PrintWriter(Writer.nullWriter()), false, Clock.systemUTC());
        String kafka = lamplight.platform().addresses().bootstrapServers().replaceFirst(".*:", "");
        int code = Lamplight.commandLine(home, Map.of("LAMPLIGHT_KAFKA_PORT", kafka), console)
                .execute("trace", wanted, "--csv");
        assertThat(code).as(out.toString()).isZero();
        return out.toString()
                .lines()
                .skip(1)
                .map(line -> List.of(line.split(",")))
                .toList();
    }

    private boolean isDone(String source, String name) throws IOException {
        return done(source, name) != null;
    }

    private Path done(String source, String name) throws IOException {
        Path done = lamplight.inbox(source).resolve("done");
        if (!Files.isDirectory(done)) {
            return null;
        }
        try (var files = Files.list(done)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name))
                    .findAny()
                    .orElse(null);
        }
    }

    private void changeRetention(String millis) throws Exception {
        try (Admin admin = Admin.create(lamplight.kafkaClient())) {
            ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.REJECTED.name());
            AlterConfigOp change = new AlterConfigOp(new ConfigEntry("retention.ms", millis), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(topic, List.of(change))).all().get();
        }
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions();
    }
}
