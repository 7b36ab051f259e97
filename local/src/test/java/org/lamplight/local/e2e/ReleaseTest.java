package org.lamplight.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.Lamplight;
import org.lamplight.local.access.DatabaseAccess;
import org.lamplight.local.access.Principals;
import org.lamplight.local.commands.Console;
import org.lamplight.local.parts.Connectors;
import org.lamplight.local.parts.ReleaseSchedule;
import org.lamplight.local.parts.Secrets;
import org.lamplight.release.Cluster;
import org.lamplight.release.Outcome;
import org.lamplight.release.ReleaseException;
import org.lamplight.release.ReleaseJob;
import org.lamplight.release.ReleaseSettings;
import org.lamplight.release.Step;
import org.lamplight.release.WithoutConsent;
import org.lamplight.schemas.Incident;
import org.lamplight.schemas.ReportKind;
import org.lamplight.schemas.Topics;
import org.lamplight.schemas.registry.RegistryConfig;
import org.lamplight.schemas.serde.TopicSerdes;
import picocli.CommandLine;

/** Releases on a real broker, registry and database: everywhere or nowhere, whatever interrupts them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseTest {
    private static final AreaBook BOOK = AreaBook.northamptonshire();
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final int REPORTS = 12_000;

    private Path home;
    private RunningPlatform lamplight;
    private PublishedEverywhere published;
    private PartnerTopicsContents partners;
    private LocalDate day = AS_OF;

    /** Ends a job where a killed process would have ended it: nothing is caught, undone or closed in order. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @BeforeAll
    void start(@TempDir Path directory) throws SQLException {
        home = directory;
        lamplight = new RunningPlatform(home, "release.at = off");
        published = new PublishedEverywhere(lamplight);
        partners = published.topics();
        StoredReports.retail(lamplight.database(), REPORTS, AS_OF.minusYears(1), 730);
    }

    @AfterAll
    void stop() {
        if (lamplight != null) {
            lamplight.close();
        }
    }

    @BeforeEach
    void nextMonth() {
        // Each test releases what has become due since the one before.
        day = day.plusMonths(1);
    }

    @Test
    void shouldPublishTheSameRowsOnTopicsAndInViewsAsADryRunShows() {
        Outcome dry = job().dryRun(day, step -> {});
        Outcome again = job().dryRun(day, step -> {});
        int before = partners.rows().size();

        Outcome outcome = job().run(day, step -> {});

        assertThat(dry.draft().heldBack()).isEmpty();
        assertThat(dry.draft().rows()).isNotEmpty();
        assertThat(bytes(again)).isEqualTo(bytes(dry));
        assertThat(bytes(outcome)).isEqualTo(bytes(dry));
        assertThat(outcome.published()).contains(day.toString());
        assertThat(partners.rows())
                .hasSize(before + dry.draft().rows().size())
                .containsAll(dry.draft().rows());
        published.assertAlike();
        assertThat(partners.log().get(partners.log().size() - 1).getRows().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(dry.draft().rows().size());
        assertThat(job().run(day, step -> {}).published()).isEmpty();
    }

    @Test
    void shouldPrintWhatWouldBeReleasedAndWhatWas() {
        job().run(day, step -> {});
        int rows = partners.rows().size();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), false, Clock.systemUTC());
        CommandLine commands = Lamplight.commandLine(
                home,
                Map.of(
                        "LAMPLIGHT_DATABASE_PORT",
                        Integer.toString(lamplight.platform().addresses().databasePort())),
                console);

        int dryRun = commands.execute(
                "release", "--dry-run", "--as-of", day.plusMonths(1).toString());
        int list = commands.execute("releases", "--csv");

        assertThat(dryRun).as(err.toString()).isZero();
        assertThat(list).as(err.toString()).isZero();
        assertThat(out.toString())
                .containsPattern("source +period +from +products")
                .containsPattern("retail +month")
                .containsPattern("\r\n" + day + "," + day + ",");
        assertThat(err.toString())
                .contains("Planned and audited in")
                .containsPattern("rows would be released\\. Nothing was\\.");
        assertThat(partners.rows()).hasSize(rows);
    }

    @Test
    void shouldGiveEachPartnerItsOwnRowsWithKeysAndHeadersThatTellNothingElse() {
        job().run(day, step -> {});

        partners.values(Topics.PARTNER_COUNTY)
                .forEach(row -> assertThat(row.getAreaKind().name()).isEqualTo("FORCE"));
        partners.values(Topics.partner("north-northamptonshire"))
                .forEach(row -> assertThat(row.getCouncil()).isEqualTo("E06000061"));
        assertThat(partners.records(Topics.PARTNER_COUNTY)).isNotEmpty().allSatisfy(each -> {
            assertThat(each.key()).matches("E23000022/[a-z.-]+/(MONTH|QUARTER)/\\d{4}-\\d\\d-01/[12]");
            assertThat(each.headers())
                    .extracting(header -> header.key())
                    .containsExactly("lamplight.release", "lamplight.revision");
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"PREPARING", "SENDING", "COMMITTING", "COMPLETING"})
    void shouldBeEverywhereOrNowhereWhereverItIsKilled(Step last) {
        int before = partners.rows().size();
        int releases = partners.log().size();

        assertThatThrownBy(() -> job().run(day, killAt(last))).isInstanceOf(Killed.class);

        boolean out = last == Step.COMPLETING;
        assertThat(partners.rows().size() > before).isEqualTo(out);
        assertThat(partners.log()).hasSize(releases + (out ? 1 : 0));
        assertThat(published.views()).hasSize(before);

        Outcome next = job().run(day, step -> {});

        assertThat(next.completed().isPresent()).isEqualTo(last != Step.PREPARING);
        assertThat(partners.log()).hasSize(releases + 1);
        assertThat(partners.rows().size()).isGreaterThan(before);
        published.assertAlike();
    }

    @Test
    void shouldReleaseNothingForADateBeforeTheLast() {
        job().run(day, step -> {});

        assertThatThrownBy(() -> job().run(day.minusDays(1), step -> {}))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("A release of " + day + " is out");
    }

    @Test
    void shouldReleaseNothingOnADatabaseThatWasRestoredFromBeforeARelease() throws SQLException {
        job().run(day, step -> {});
        int out = partners.log().size();
        execute(
                "create table public.forgotten as select * from lamplight.release where release = '" + day + "'",
                "create table public.forgotten_rows as select * from lamplight.released where release = '" + day + "'",
                "delete from lamplight.released where release = '" + day + "'",
                "delete from lamplight.release where release = '" + day + "'");
        try {
            assertThatThrownBy(() -> job().run(day, step -> {}))
                    .isInstanceOf(ReleaseException.class)
                    .hasMessageContaining("does not know the releases [" + day + "]");
            assertThat(partners.log()).hasSize(out);
        } finally {
            execute(
                    "insert into lamplight.release select * from public.forgotten",
                    "insert into lamplight.released select * from public.forgotten_rows",
                    "drop table public.forgotten, public.forgotten_rows");
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = lamplight.connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Test
    void shouldReleaseNothingWhileReportsAreOnTheirWay() throws Exception {
        connector("pause");
        Incident incident = Incident.newBuilder()
                .setId("on-its-way")
                .setSource("retail")
                .setKind(ReportKind.RETAIL_SUBMISSION)
                .setCategories(List.of("retail"))
                .setForce("E23000022")
                .setAreas(List.of("E23000022"))
                .setOccurredFrom(Instant.EPOCH)
                .setOccurredTo(Instant.EPOCH)
                .setFirstDay(LocalDate.EPOCH)
                .setLastDay(LocalDate.EPOCH)
                .setReceivedAt(Instant.EPOCH)
                .build();
        try (var producer = new KafkaProducer<>(
                lamplight.kafkaClient(),
                new StringSerializer(),
                serdes().valueSerde(Topics.INCIDENT).serializer())) {
            producer.send(new ProducerRecord<>(Topics.INCIDENT.name(), incident.getId(), incident))
                    .get();
        }
        int releases = partners.log().size();

        assertThatThrownBy(() -> job().run(day, step -> {}))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("lacks 1 records of core.incident");
        assertThat(partners.log()).hasSize(releases);

        connector("resume");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> lamplight
                        .value("select count(*) from lamplight.incident where id = 'on-its-way'")
                        .equals("1"));
        assertThat(job().run(day, step -> {}).published()).isPresent();
    }

    @Test
    void shouldReleaseByItselfEveryDayOnceAFirstReleaseIsOut() {
        job().run(day, step -> {});
        int releases = partners.log().size();
        LocalDate later = day.plusMonths(1);
        day = later;
        Clock clock = Clock.fixed(Instant.parse(later + "T12:00:00Z"), ZoneOffset.UTC);

        try (ReleaseSchedule schedule = new ReleaseSchedule(job(), Optional.of(LocalTime.of(6, 30)), clock)) {
            schedule.begin();

            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(partners.log()).hasSize(releases + 1));
            assertThat(schedule.troubles()).isEmpty();
        }
        published.assertAlike();
    }

    private static List<String> bytes(Outcome outcome) {
        return outcome.draft().rows().stream()
                .map(row -> {
                    try {
                        return new String(row.toByteBuffer().array(), StandardCharsets.ISO_8859_1);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private static Consumer<Step> killAt(Step last) {
        return step -> {
            if (step == last) {
                throw new Killed();
            }
        };
    }

    private TopicSerdes serdes() {
        return new TopicSerdes(Map.of(
                RegistryConfig.URL, lamplight.platform().addresses().registry().toString()));
    }

    /** Has the connector that writes the database pause or resume, and waits until it does. */
    private void connector(String verb) throws Exception {
        URI uri = lamplight.platform().addresses().connect().resolve("connectors/" + Connectors.SINK + "/");
        HttpClient client = HttpClient.newHttpClient();
        client.send(
                HttpRequest.newBuilder(uri.resolve(verb))
                        .PUT(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        String wanted = verb.equals("pause") ? "PAUSED" : "RUNNING";
        await().atMost(Duration.ofMinutes(2))
                .until(() -> client.send(
                                HttpRequest.newBuilder(uri.resolve("tasks/0/status"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body()
                        .contains(wanted));
    }

    private ReleaseJob job() {
        ReleaseSettings settings =
                new ReleaseSettings(14, 0.5, Optional.empty(), OptionalInt.empty(), WithoutConsent.COUNTY, Map.of());
        Map<String, Object> kafka = Map.copyOf(lamplight.platform().kafkaClient(Principals.RELEASE));
        SecretKeySpec key = new SecretKeySpec("made up".getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        return new ReleaseJob(
                lamplight.database(
                        DatabaseAccess.roleOf(Principals.RELEASE), Secrets.databasePassword(Principals.RELEASE)),
                new Cluster(kafka, serdes()),
                BOOK,
                settings,
                key);
    }
}
