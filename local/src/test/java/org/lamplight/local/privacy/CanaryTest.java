package org.lamplight.local.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.lamplight.areas.Cells;
import org.lamplight.ingest.mapping.Mapping;
import org.lamplight.ingest.mapping.OwnIds;
import org.lamplight.local.ForkedLamplight;
import org.lamplight.local.Lamplight;
import org.lamplight.local.commands.Console;
import org.lamplight.local.parts.Secrets;
import org.lamplight.local.terminal.Table;
import org.lamplight.local.terminal.Table.Column;
import org.lamplight.schemas.Topics;

/**
 * Every personal field of every source holds a canary, and two reports are withdrawn: where is anything of it afterwards?
 * Not in the topics, whichever segment, key or header; not in tables, state, logs or temporary files.
 */
class CanaryTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final double LATITUDE = 52.40312871;
    private static final double LONGITUDE = -0.72640913;
    private static final String QUICK = """
            retention { erasure = 15 s, every = 2 s }
            kafka.broker {
              log.cleaner.backoff.ms = 500
              log.initial.task.delay.ms = 500
              log.retention.check.interval.ms = 1000
              log.segment.delete.delay.ms = 500
            }
            streams.settings."repartition.purge.interval.ms" = 1000
            """;

    /** What the sources say of people; nothing of it may ever leave their files. */
    private static final Search CANARIES = new Search(List.of(
            "CANARY",
            "SHUK-77",
            "BCRP-77",
            "52.316284",
            "0.690819",
            "52.403128",
            "0.726409",
            "489300.25",
            "267900.75"));

    /** What only the withdrawn reports say: codes that nobody else uses, and a cell with nobody else in it. */
    private static final Search WITHDRAWN = new Search(List.of(
            "Zebra-daubing",
            "Okapi-lover",
            "Gnu-letter",
            Cells.name(Cells.at(LATITUDE, LONGITUDE)),
            encoded(Cells.at(LATITUDE, LONGITUDE))));

    private final LocalDate day =
            LocalDate.now(Clock.system(ZoneId.of("Europe/London"))).minusDays(2);
    private final String localDay = DateTimeFormatter.ofPattern("dd/MM/uuuu").format(day);
    private final Path home = Path.of("target", "canary").toAbsolutePath();
    private final List<List<String>> rows = new ArrayList<>();

    @Test
    void shouldKeepNothingPersonalAndNothingWithdrawn() throws Exception {
        clean(home);
        ForkedLamplight lamplight = new ForkedLamplight(home, QUICK);
        try {
            lamplight.start();
            drop(lamplight);
            soon().until(lamplight::isRunning);
            soon().untilAsserted(() -> assertThat(rows(
                            lamplight,
                            "select concat_ws(' ', source, incidents, rejected) from analyst.feed_health order by 1"))
                    .containsExactly("retail 2 1", "stop-hate-uk 2 1", "streetsafe 2 1"));
            sendDeadLetter(lamplight);
            soon().until(() -> WITHDRAWN.inTables(lamplight.databaseUrl(), "lamplight", password(lamplight)) > 0);
            assertThat(WITHDRAWN.inTopics(lamplight.kafkaClient())).isGreaterThan(5);

            withdraw(lamplight);
            dropAgain(lamplight);

            soon().untilAsserted(() -> assertThat(rows(
                            lamplight,
                            "select concat_ws(' ', source, incidents, superseded) from analyst.feed_health order by 1"))
                    .containsExactly("retail 2 0", "stop-hate-uk 1 1", "streetsafe 1 0"));
            soon().untilAsserted(() -> {
                assertThat(WITHDRAWN.inTopics(lamplight.kafkaClient())).isZero();
                assertThat(WITHDRAWN.inFiles(home.resolve("data/broker"), CanaryTest::isSegment))
                        .isEmpty();
            });
            countRunning(lamplight);
            assertThat(lamplight.stop(PATIENCE)).as("stops cleanly").isTrue();
            // State that no record touches is written anew when it is next opened.
            lamplight.start();
            soon().until(lamplight::isRunning);
            soon().untilAsserted(() -> assertThat(WITHDRAWN.inFiles(home.resolve("data/streams"), file -> true))
                    .isEmpty());
            assertThat(lamplight.stop(PATIENCE)).as("stops cleanly").isTrue();
            countStopped();
        } finally {
            lamplight.abandon();
        }
        new Table(
                        List.of(
                                new Column("place", false),
                                new Column("canaries", true),
                                new Column("withdrawn reports", true)),
                        rows)
                .lines()
                .forEach(line -> System.out.println("[canary] " + line));
        assertThat(rows)
                .hasSize(9)
                .allSatisfy(
                        row -> assertThat(row.subList(1, 3)).allMatch(hits -> hits.equals("0") || hits.equals("-")));
    }

    private static List<String> rows(ForkedLamplight lamplight, String sql) throws SQLException {
        return Search.rows(lamplight.databaseUrl(), "lamplight", password(lamplight), sql);
    }

    private void countRunning(ForkedLamplight lamplight) {
        count(
                "records of topics",
                CANARIES.inTopics(lamplight.kafkaClient()),
                Long.toString(WITHDRAWN.inTopics(lamplight.kafkaClient())));
        String url = lamplight.databaseUrl();
        String password = password(lamplight);
        count(
                "rows of tables",
                CANARIES.inTables(url, "lamplight", password),
                Long.toString(WITHDRAWN.inTables(url, "lamplight", password)));
    }

    private void countStopped() {
        for (String place : List.of("broker", "streams", "registry", "addresses", "logs")) {
            Path files = home.resolve("data").resolve(place);
            count("files of data/" + place, files(CANARIES, files), Long.toString(files(WITHDRAWN, files)));
        }
        // PostgreSQL frees the space of deleted rows when it next vacuums.
        count("files of data/postgres", files(CANARIES, home.resolve("data/postgres")), "-");
        count(
                "temporary files and output",
                files(CANARIES, home.resolve("tmp")) + files(CANARIES, home.resolve("output.txt")),
                Long.toString(files(WITHDRAWN, home.resolve("tmp")) + files(WITHDRAWN, home.resolve("output.txt"))));
    }

    private static long files(Search search, Path root) {
        List<Path> found = search.inFiles(root, file -> true);
        found.forEach(file -> System.out.println("[canary] found in " + file));
        return found.size();
    }

    private void count(String place, long canaries, String withdrawn) {
        rows.add(List.of(place, Long.toString(canaries), withdrawn));
    }

    private void drop(ForkedLamplight lamplight) throws IOException {
        String header = "Submitted,Date,Time,Latitude,Longitude,Place reasons,Behaviour reasons,Reported to police,"
                + "Age range,Gender,Ethnicity";
        String personal = "CANARY-TOLD,CANARY-AGE,CANARY-GENDER,CANARY-ETHNICITY";
        put(
                lamplight,
                "streetsafe",
                "streetsafe.csv",
                StandardCharsets.UTF_8,
                header,
                "%s 12:01,%s,11:30,52.316284,-0.690819,Badly lit,,%s".formatted(localDay, localDay, personal),
                "%s 12:02,%s,09:30,%s,%s,Zebra-daubing,,%s"
                        .formatted(localDay, localDay, LATITUDE, LONGITUDE, personal),
                "%s 12:03,%s,CANARY-TIME,52.316284,-0.690819,Badly lit,,%s".formatted(localDay, localDay, personal));
        put(
                lamplight,
                "stop-hate-uk",
                "stop-hate-uk.jsonl",
                StandardCharsets.UTF_8,
                helpline("SHUK-7701", 1, "52.316284", "-0.690819", "Disability"),
                helpline("SHUK-7702", 1, "" + LATITUDE, "" + LONGITUDE, "Okapi-lover"),
                "{ \"caller\": \"CANARY-BROKEN");
        put(
                lamplight,
                "retail",
                "retail.csv",
                WINDOWS,
                "Incident No;Last updated;Reported;From;To;Store ID;Store;Easting;Northing;Type;Violence;Threat;"
                        + "Verbal abuse;Weapon;Injury;Value stolen;Value recovered;CCTV;Statement;Images;Crime ref;"
                        + "Offender;Known offender;Stage;Status;Outcome;Outcome date",
                retail("BCRP-7701", "489300.25"),
                retail("BCRP-7702", "489300.25"),
                retail("BCRP-7703", "CANARY-EASTING"));
    }

    /** A later version of a report that was withdrawn: it must not be taken. */
    private void dropAgain(ForkedLamplight lamplight) throws IOException {
        put(
                lamplight,
                "stop-hate-uk",
                "stop-hate-uk-later.jsonl",
                StandardCharsets.UTF_8,
                helpline("SHUK-7702", 2, "" + LATITUDE, "" + LONGITUDE, "Okapi-lover"));
    }

    private String helpline(String id, int version, String latitude, String longitude, String strand) {
        return """
                {"caseRef":"%s","version":%d,"status":"open","receivedAt":"%sT13:00:00Z",\
                "incident":{"from":"%sT09:00","to":null,"lat":%s,"lng":%s},"strands":["%s"],\
                "recordedAs":"Hate incident","consent":{"police":true,"council":false},"channel":"CANARY-CHANNEL",\
                "caller":{"name":"CANARY-NAME","phone":"CANARY-PHONE","email":"CANARY-MAIL","postcode":"CANARY-NN8"},\
                "narrative":"CANARY-NARRATIVE"}""".formatted(id, version, day, day, latitude, longitude, strand);
    }

    private String retail(String id, String easting) {
        return String.join(
                ";",
                id,
                localDay + " 12:00:00",
                localDay + " 12:00",
                localDay + " 11:00",
                localDay + " 11:10",
                "CANARY-STORE-ID",
                "CANARY-STORE",
                easting,
                "267900.75",
                "Shoplifting",
                "Y;N;N;N;N",
                "£10.00",
                "£0.00",
                "Y;Y;N",
                "CANARY-CRIME-REF",
                "CANARY-OFFENDER",
                "N",
                "Incident",
                "Open",
                "",
                "");
    }

    /** Something that is no report, under the key of one. */
    private void sendDeadLetter(ForkedLamplight lamplight) throws Exception {
        String id = new OwnIds(Mapping.read("stop-hate-uk"), lamplight.secret(Secrets.PSEUDONYM_KEY))
                .pseudonymOf("SHUK-7702");
        try (var producer = new KafkaProducer<>(
                new HashMap<String, Object>(lamplight.kafkaClient()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.HATE_REFERRAL.name(),
                            "stop-hate-uk/" + id,
                            "Gnu-letter".getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private void withdraw(ForkedLamplight lamplight) throws Exception {
        String concern = rows(
                        lamplight,
                        "select id from lamplight.incident where 'OTHER' = any (reasons)"
                                + " and source = 'streetsafe'")
                .get(0);

        assertThat(run("withdraw", "--source", "stop-hate-uk", "SHUK-7702", "SHUK-7799"))
                .contains("2 withdrawn: 1 known, 1 not known.")
                .contains("Not known: SHUK-7799.")
                .contains("after 15 s at the latest, the folders done and failed after 30 days");
        assertThat(run("withdraw", "--source", "streetsafe", "--pseudonyms", concern))
                .contains("1 withdrawn: 1 known, 0 not known.");
    }

    private String run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err, true), false, Clock.systemUTC());
        assertThat(Lamplight.commandLine(home, Map.of(), console).execute(arguments))
                .as(err.toString())
                .isZero();
        return out.toString();
    }

    private static void put(ForkedLamplight lamplight, String source, String name, Charset charset, String... lines)
            throws IOException {
        Path inbox = Files.createDirectories(lamplight.inbox().resolve(source));
        Path unfinished = inbox.resolve("." + name);
        Files.writeString(unfinished, String.join("\n", lines) + "\n", charset);
        Files.move(unfinished, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String password(ForkedLamplight lamplight) {
        return lamplight.secret(Secrets.DATABASE_PASSWORD);
    }

    private static boolean isSegment(Path file) {
        return file.toString().endsWith(".log");
    }

    /** A number as records and state hold it. */
    private static String encoded(long number) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            encoder.writeLong(number);
            encoder.flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static void clean(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        Files.createDirectories(directory);
    }

    private static ConditionFactory soon() {
        return await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).ignoreExceptions();
    }
}
