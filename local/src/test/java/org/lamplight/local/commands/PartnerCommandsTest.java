package org.lamplight.local.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.ExitCode;
import org.lamplight.local.Lamplight;
import org.lamplight.local.access.DatabaseAccess;
import org.lamplight.local.access.Principals;
import org.lamplight.local.parts.Secrets;
import org.lamplight.sink.DatabaseSetup;

/** The commands about what partners get, on a database with two made-up releases. */
class PartnerCommandsTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final String ROW = """
            insert into lamplight.released (release, position, recipient, revision, is_final, area, area_name, area_kind,
                council, category, period, first_day, last_day, count, withheld, method, threshold, base)
            values (?, ?, ?, 1, false, ?, ?, ?, ?, 'retail', 'MONTH', '2026-10-01', '2026-10-31', ?, ?, 'ROUNDED', 5, 5)
            """;

    /** What they are to work with, instead of as the owner of the tables. */
    private static final List<String> ROLES = List.of(Principals.RELEASE, Principals.WEBHOOKS);

    private static EmbeddedPostgres postgres;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path home;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        new DatabaseSetup(postgres.getPostgresDatabase()).run(AreaBook.northamptonshire());
        Jdbi.create(postgres.getPostgresDatabase()).useHandle(handle -> {
            handle.execute("""
                    insert into lamplight.release
                        (release, as_of, status, sha256, rows, settings, reasons, audit, published_at)
                    values ('2026-11-22', '2026-11-22', 'PUBLISHED', '00', '{}', '{}', '{}', '{}', '2026-11-22T07:30Z'),
                        ('2026-11-23', '2026-11-23', 'PREPARED', '00', '{}', '{}', '{}', '{}', null)
                    """);
            String release = "2026-11-22";
            handle.execute(ROW, release, 0, "E23000022", "E23000022", "Northamptonshire", "FORCE", null, 45, false);
            handle.execute(ROW, release, 1, "E06000061", "E06000061", "North", "COUNCIL", "E06000061", 25, false);
            handle.execute(ROW, release, 2, "E06000061", "E05000001", "=Ward", "WARD", "E06000061", null, true);
            handle.execute(ROW, release, 3, "E06000062", "E06000062", "West", "COUNCIL", "E06000062", 20, false);
        });
    }

    @BeforeEach
    void giveRoles() {
        Secrets secrets = new Secrets(home.resolve("data/secrets"), new SecureRandom());
        new DatabaseAccess(postgres.getPostgresDatabase(), AreaBook.northamptonshire())
                .apply(ROLES, Set.copyOf(ROLES), role -> secrets.fresh(), secrets::keep);
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void configure() throws IOException {
        Jdbi.create(postgres.getPostgresDatabase())
                .useHandle(handle -> handle.execute("truncate lamplight.webhook cascade"));
        Files.writeString(home.resolve("lamplight.conf"), """
                database.url = "%s"
                database.user = postgres
                webhooks.north {
                  council = E06000061
                  url = "https://council.example/hook"
                  secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
                }
                """.formatted(postgres.getJdbcUrl("postgres", "postgres")));
    }

    @Test
    void shouldExportWhatACouncilMayHave() {
        int code = run("releases", "export", "--council", "North Northamptonshire", "--release", "2026-11-22");

        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString().lines())
                .hasSize(4)
                .element(0)
                .asString()
                .startsWith("release,revision,isFinal,area,areaName");
        assertThat(out.toString())
                .contains("E23000022,Northamptonshire,FORCE,,retail,MONTH,2026-10-01,2026-10-31,45,false")
                .contains("E05000001,'=Ward,WARD,E06000061,retail,MONTH,2026-10-01,2026-10-31,,true")
                .doesNotContain("E06000062");
    }

    @Test
    void shouldExportTheNewestReleaseToAFile() throws IOException {
        Path file = home.resolve("county.json");

        int code = run("releases", "export", "--council", "county", "--format", "json", "--out", file.toString());

        assertThat(code).as(err.toString()).isZero();
        JsonNode data = new ObjectMapper().readTree(file.toFile()).get("data");
        assertThat(data.get("release").textValue()).isEqualTo("2026-11-22");
        assertThat(data.get("rows")).hasSize(1);
        assertThat(data.at("/rows/0/count").longValue()).isEqualTo(45);
    }

    @Test
    void shouldExportNothingThatIsNotPublished() {
        int code = run("releases", "export", "--council", "county", "--release", "2026-11-23");

        assertThat(code).isEqualTo(ExitCode.UNAVAILABLE.code());
        assertThat(err.toString()).contains("The release 2026-11-23 is not published.");
    }

    @Test
    void shouldSayWhichCouncilsThereAre() {
        int code = run("releases", "export", "--council", "Leicester");

        assertThat(code).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("There is no council Leicester").contains("E06000061, E06000062");
    }

    @Test
    void shouldSayHowWebhooksAreDoing() {
        int code = run("webhooks", "--csv");

        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString().lines().toList())
                .containsExactly(
                        "webhook,council,host,waiting,failures,state,problem",
                        "north,E06000061,council.example,1,0,sending,");
    }

    @Test
    void shouldReplayAReleaseThatWasDelivered() {
        Jdbi.create(postgres.getPostgresDatabase()).useHandle(handle -> {
            handle.execute("""
                    insert into lamplight.webhook (webhook, failures, next_attempt_at, problem, disabled_at)
                    values ('north', 1, '2026-11-22T08:00Z', 'It answered 410.', '2026-11-22T08:00Z')
                    """);
            handle.execute(
                    "insert into lamplight.webhook_delivery values ('north', '2026-11-22', 1, '2026-11-22T07:31Z')");
        });
        run("webhooks", "--csv");
        assertThat(out.toString()).contains(",0,1,disabled 2026-11-22T08:00:00Z,It answered 410.");

        int code = run("webhooks", "replay", "--council", "north-northamptonshire", "--from", "2026-11-22");

        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString()).contains("north: 1 releases are sent.");
    }

    @Test
    void shouldReplayOnlyWhatIsPublishedToWhomHasAWebhook() {
        int unpublished = run("webhooks", "replay", "--council", "E06000061", "--from", "2026-11-23");
        int without = run("webhooks", "replay", "--council", "county");

        assertThat(unpublished).isEqualTo(ExitCode.UNAVAILABLE.code());
        assertThat(without).isEqualTo(ExitCode.UNAVAILABLE.code());
        assertThat(err.toString())
                .contains("The release 2026-11-23 is not published.")
                .contains("There is no webhook for county");
    }

    @Test
    void shouldNotShowTheAddressOfAWebhookWhichMayBeASecret() {
        int code = run("config", "--csv");

        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("webhooks.north.url,(hidden)", "webhooks.north.secret,(hidden)")
                .doesNotContain("council.example", "MfKQ9r8G");
    }

    private int run(String... arguments) {
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), false, NOON);
        return Lamplight.commandLine(home, Map.of(), console).execute(arguments);
    }
}
