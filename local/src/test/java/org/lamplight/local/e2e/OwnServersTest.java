package org.lamplight.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.awaitility.core.ConditionFactory;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.local.Lamplight;
import org.lamplight.local.commands.Console;
import org.lamplight.local.config.DataDirectory;
import org.lamplight.local.config.Port;
import org.lamplight.local.parts.EmbeddedDatabase;
import org.lamplight.local.parts.Ports;
import org.lamplight.local.parts.SecretFile;
import org.lamplight.release.Outcome;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Lamplight on a cluster and a database of somebody's own. Once it runs, their administrators can no longer log in: what
 * works from then on works with the logins of the parts.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnServersTest {
    private static final String OWNER = "reporting_owner";
    private static final String OWNERS_PASSWORD = "owners-password";
    private static final String COUNCIL = "council-north-northamptonshire";
    private static final String GIVEN = "a-password-that-was-there-before";
    private static final int EACH_COUNCIL = 40;

    @TempDir
    private static Path home;

    private static OwnBroker broker;
    private static EmbeddedDatabase postgres;
    private static int port;
    private static HttpServer council;
    private static RunningPlatform lamplight;

    private static final List<String> DELIVERED = new CopyOnWriteArrayList<>();

    private final StringWriter out = new StringWriter();

    @BeforeAll
    static void start() throws Exception {
        broker = OwnBroker.start(home.resolve("broker"));
        port = Ports.choose(new Port(0), "port", "database");
        postgres = EmbeddedDatabase.start(new DataDirectory(home.resolve("server")), port, OWNER, OWNERS_PASSWORD);
        council = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        council.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            DELIVERED.add(exchange.getRequestHeaders().getFirst("webhook-id"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        council.start();
        SecretFile.write(home.resolve("data/secrets/admin.database"), OWNERS_PASSWORD);
        SecretFile.write(home.resolve("data/secrets/streams.kafka"), GIVEN);
        Files.writeString(
                home.resolve("lamplight.conf"),
                broker.configuration()
                        + """
                database { url = "jdbc:postgresql://127.0.0.1:%d/lamplight", user = %s }
                registry.port = %d, connect.port = %d, reporting.port = 0, monitoring.port = 0
                release.at = off
                webhooks.north {
                  council = E06000061, url = "http://127.0.0.1:%d/", private-network = true
                  secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
                }
                """.formatted(
                                        port,
                                        OWNER,
                                        Ports.choose(new Port(0), "port", "registry"),
                                        Ports.choose(new Port(0), "port", "Connect"),
                                        council.getAddress().getPort()));
    }

    @AfterAll
    static void stop() {
        if (lamplight != null) {
            lamplight.close();
        }
        council.stop(0);
        postgres.close();
        broker.close();
    }

    @Test
    @Order(1)
    void shouldSayWhatToDoWithAnEmptyDatabase() {
        assertThat(run("access", "check")).isEqualTo(4);
        assertThat(out.toString()).contains("has no tables of Lamplight yet", "lamplight access apply");
    }

    @Test
    @Order(2)
    void shouldGiveEverybodyALoginAndKeepThoseOfThePartsThatRunHere() throws IOException {
        assertThat(run("access", "apply", "--secrets-dir", handedOver("").toString()))
                .as(out.toString())
                .isZero();

        assertThat(namesIn(handedOver("")))
                .containsExactlyInAnyOrder(
                        "analyst.kafka",
                        "analyst.database",
                        "opfcc.kafka",
                        "opfcc.database",
                        COUNCIL + ".kafka",
                        COUNCIL + ".database",
                        "council-west-northamptonshire.kafka",
                        "council-west-northamptonshire.database");
        assertThat(namesIn(home.resolve("data/secrets")))
                .containsExactlyInAnyOrder(
                        "admin.database",
                        "connect.kafka",
                        "streams.kafka",
                        "sink.kafka",
                        "sink.database",
                        "release.kafka",
                        "release.database",
                        "retention.kafka",
                        "retention.database",
                        "webhooks.database",
                        "reporting.database");
        assertThat(home.resolve("data/secrets/streams.kafka")).hasContent(GIVEN);
        assertThat(run("access", "check")).as(out.toString()).isZero();
        assertThat(run("access", "apply")).isZero();
        assertThat(out.toString()).doesNotContain("add", "remove", ", for ");
    }

    @Test
    @Order(3)
    void shouldWorkWithTheLoginsOfItsPartsAlone() throws Exception {
        lamplight = new RunningPlatform(
                home, ConfigFactory.parseFile(home.resolve("lamplight.conf").toFile()));
        assertThat(run("doctor", "--free", "0")).as(out.toString()).isZero();
        dismissAdministrators();

        lamplight.drop("retail", "reports.csv", reports(), Charset.forName("windows-1252"));
        lamplight.drop(
                "stop-hate-uk", "case.jsonl", List.of(new Exports(Clock.systemUTC()).helpline("SHUK-1", 1, "open")));

        soon().untilAsserted(() -> assertThat(incidents()).isEqualTo(2 * EACH_COUNCIL + 2));
        assertThat(run("access", "check")).as("an administrator").isEqualTo(4);
        assertThat(usersConnected()).contains("lamplight_sink").doesNotContain(OWNER);
    }

    @Test
    @Order(4)
    void shouldReleaseToTopicsViewsAndWebhooks() throws Exception {
        Outcome outcome = lamplight.platform().releaseJob().run(LocalDate.now(ZoneOffset.UTC), step -> {});

        assertThat(outcome.published()).isPresent();
        String release = outcome.published().get();
        soon().untilAsserted(() -> assertThat(DELIVERED).contains(release + "_E06000061_1"));
        Jdbi north = Jdbi.create(as("lamplight_council_north_northamptonshire", handed(COUNCIL + ".database")));
        List<String> recipients =
                north.withHandle(handle -> handle.createQuery("select distinct recipient from partner.trend")
                        .mapTo(String.class)
                        .list());
        assertThat(recipients).containsExactlyInAnyOrder("E06000061", "E23000022");
        try (Admin admin = Admin.create(new HashMap<>(broker.client(COUNCIL, handed(COUNCIL + ".kafka"))))) {
            assertThat(admin.listTopics().names().get())
                    .containsExactlyInAnyOrder("partner.north-northamptonshire.trend", "partner.county.trend");
        }
        assertThat(run("webhooks", "--csv")).as(out.toString()).isZero();
        assertThat(out.toString()).contains("north,E06000061,127.0.0.1,0,0,up to date,");
    }

    @Test
    @Order(5)
    void shouldWithdrawAndRemoveWhatIsTooOld() {
        assertThat(run("withdraw", "--source", "stop-hate-uk", "SHUK-1"))
                .as(out.toString())
                .isZero();
        assertThat(out.toString()).contains("1 withdrawn: 1 known");
        soon().untilAsserted(() -> assertThat(incidents()).isEqualTo(2 * EACH_COUNCIL + 1));

        assertThat(run("retention")).as(out.toString()).isZero();
        assertThat(out.toString()).contains("Nothing is due.");
    }

    /** Reports of a whole month that is over, after a first one long before. */
    private static List<String> reports() {
        Exports first = daysAgo(150);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate then = today.minusMonths(2).withDayOfMonth(15);
        Exports month = daysAgo(today.toEpochDay() - then.toEpochDay());
        List<String> lines = new ArrayList<>(List.of(Exports.RETAIL_HEADER, first.retail("R-FIRST", 0, "£1.00")));
        for (int i = 0; i < EACH_COUNCIL; i++) {
            String shop = ";S" + i + ";";
            String north = month.retail("R-N" + i, i % 60, "£10.00").replace(";S1;", shop);
            String west = month.retail("R-W" + i, i % 60, "£10.00", "475500").replace(";S1;", shop);
            lines.add(north);
            lines.add(west.replace(";267900;", ";260500;"));
        }
        return lines;
    }

    private static Exports daysAgo(long days) {
        return new Exports(Clock.offset(Clock.systemUTC(), Duration.ofDays(1 - days)));
    }

    /** From now on only the parts can log in, and nothing that the administrators began goes on. */
    private static void dismissAdministrators() throws Exception {
        try (Admin admin = Admin.create(new HashMap<>(broker.operator()))) {
            admin.alterUserScramCredentials(
                            List.of(new UserScramCredentialDeletion(OwnBroker.OPERATOR, ScramMechanism.SCRAM_SHA_512)))
                    .all()
                    .get();
        }
        soon().untilAsserted(() -> assertThatThrownBy(() -> {
                    try (Admin admin = Admin.create(new HashMap<>(broker.operator()))) {
                        admin.describeCluster().clusterId().get();
                    }
                })
                .hasMessageContaining("credentials"));
        superuser().useHandle(handle -> {
            handle.execute("alter role " + OWNER + " nologin");
            handle.createQuery("select pg_terminate_backend(pid) from pg_stat_activity where usename = ?")
                    .bind(0, OWNER)
                    .mapTo(Boolean.class)
                    .list();
        });
    }

    private static long incidents() {
        return superuser()
                .withHandle(handle -> handle.createQuery("select count(*) from lamplight.incident")
                        .mapTo(Long.class)
                        .one());
    }

    private static Set<String> usersConnected() {
        return superuser()
                .withHandle(handle -> handle
                        .createQuery("select usename from pg_stat_activity where usename is not null")
                        .mapTo(String.class)
                        .stream()
                        .collect(Collectors.toSet()));
    }

    private static Jdbi superuser() {
        return Jdbi.create(as("postgres", OWNERS_PASSWORD));
    }

    private static DataSource as(String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/lamplight");
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        Console console = new Console(new PrintWriter(out), new PrintWriter(out), false, Clock.systemUTC());
        return Lamplight.commandLine(home, Map.of(), console).execute(arguments);
    }

    private static Path handedOver(String name) {
        return home.resolve("handed-over").resolve(name);
    }

    private static String handed(String name) throws IOException {
        return Files.readString(handedOver(name)).strip();
    }

    private static List<String> namesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions();
    }
}
