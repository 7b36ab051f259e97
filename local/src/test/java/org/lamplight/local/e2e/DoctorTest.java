package org.lamplight.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.local.Lamplight;
import org.lamplight.local.commands.Console;
import org.lamplight.local.config.Port;
import org.lamplight.local.parts.Ports;

/** The doctor finds nothing wrong with what is well, and each fault that real servers are given. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DoctorTest {
    @TempDir
    private static Path home;

    private static RunningPlatform lamplight;

    private final StringWriter out = new StringWriter();

    @BeforeAll
    static void start() throws IOException {
        String settings = """
                kafka { port = %d, partners.port = %d }
                registry.port = %d, connect.port = %d, database.port = %d, reporting.port = %d, monitoring.port = %d
                release.at = off
                """.formatted(free(), free(), free(), free(), free(), free(), free());
        Files.writeString(home.resolve("lamplight.conf"), settings);
    }

    @AfterAll
    static void stop() {
        if (lamplight != null) {
            lamplight.close();
        }
    }

    @Test
    @Order(1)
    void shouldLookAtTheMachineBeforeTheFirstStart() {
        assertThat(doctor(Clock.systemUTC(), "--free", "0")).as(out.toString()).isZero();
        assertThat(out.toString()).contains("Java", "ports", "free: ").doesNotContain("topics");
        assertThat(home.resolve("data")).doesNotExist();
    }

    @Test
    @Order(2)
    void shouldFindNothingWrongWithWhatIsWell() throws IOException {
        lamplight = new RunningPlatform(home, Files.readString(home.resolve("lamplight.conf")));

        assertThat(doctor(Clock.systemUTC(), "--free", "0")).as(out.toString()).isZero();
        assertThat(out.toString())
                .contains("All is well.", "transaction.version", "tables", "connectors", "metadata.version");
    }

    @Test
    @Order(3)
    void shouldFindEachFaultAndSayWhatToDo() throws Exception {
        alter("core.incident", "max.compaction.lag.ms", "9999999999");
        try (Admin admin = Admin.create(lamplight.kafkaClient())) {
            admin.deleteTopics(List.of("partner.county.trend")).all().get();
            admin.deleteAcls(List.of(streamsMayReadReferrals())).all().get();
        }
        ask(
                lamplight.platform().addresses().registry(),
                "/config/analyst.hotspot-value",
                "{\"compatibility\":\"NONE\"}");
        ask(lamplight.platform().addresses().connect(), "/connectors/source-retail/pause", "");
        database("delete from lamplight.flyway_schema_history where version = '14'");

        Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10));
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            assertThat(doctor(wrong, "--free", "101")).isOne();
            assertThat(out.toString())
                    .contains("Topic core.incident has max.compaction.lag.ms = 9999999999 where the catalogue says")
                    .contains("There is no topic partner.county.trend.")
                    .contains("streams may not: read topic intake.hate-referral")
                    .contains("The subject analyst.hotspot-value has the compatibility NONE")
                    .contains("source-retail is PAUSED.")
                    .contains("The tables lack the migrations 14.")
                    .contains("PostgreSQL's clock is 600 s ahead of this machine's.")
                    .contains("The broker's clock is")
                    .contains("of the disk with the data directory");
        });
    }

    @Test
    @Order(4)
    void shouldSayWhatDoesNotAnswer() {
        lamplight.close();
        lamplight = null;
        assertThat(doctor(Clock.systemUTC(), "--free", "0", "--config", external()))
                .isOne();
        assertThat(out.toString()).contains("cannot be looked at", "lamplight.conf says where");
    }

    private static String external() {
        try {
            Path file = home.resolve("external.conf");
            Files.writeString(file, """
                    kafka.bootstrap-servers = "127.0.0.1:1", registry.url = "http://127.0.0.1:1"
                    database.url = "jdbc:postgresql://127.0.0.1:1/none"
                    """);
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int doctor(Clock clock, String... arguments) {
        out.getBuffer().setLength(0);
        Console console = new Console(new PrintWriter(out), new PrintWriter(out), false, clock);
        String[] command = new String[arguments.length + 1];
        command[0] = "doctor";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        int code = Lamplight.commandLine(home, Map.of(), console).execute(command);
        System.out.println(out);
        return code;
    }

    private static void alter(String topic, String setting, String value) throws Exception {
        try (Admin admin = Admin.create(lamplight.kafkaClient())) {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            AlterConfigOp change = new AlterConfigOp(new ConfigEntry(setting, value), OpType.SET);
            admin.incrementalAlterConfigs(Map.of(resource, List.of(change)))
                    .all()
                    .get();
        }
    }

    private static AclBindingFilter streamsMayReadReferrals() {
        return new AclBindingFilter(
                new ResourcePatternFilter(ResourceType.TOPIC, "intake.hate-referral", PatternType.LITERAL),
                new AccessControlEntryFilter("User:streams", null, AclOperation.READ, AclPermissionType.ALLOW));
    }

    private static void ask(URI address, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build();
        int status = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .statusCode();
        assertThat(status).isBetween(200, 299);
    }

    private static void database(String sql) throws Exception {
        try (Connection connection = lamplight.connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private static int free() {
        return Ports.choose(new Port(0), "port", "test");
    }
}
