package org.lamplight.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
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

/** {@code lamplight access} against a running Lamplight, from the first password to the second. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessCommandTest {
    private static final String COUNCIL = "council-west-northamptonshire";

    @TempDir
    private static Path home;

    private static RunningPlatform lamplight;
    private static String first;

    private final StringWriter out = new StringWriter();

    @BeforeAll
    static void start() {
        lamplight = new RunningPlatform(home, "");
    }

    @AfterAll
    static void stop() {
        lamplight.close();
    }

    @Test
    @Order(1)
    void shouldSayThatNobodyOutsideHasAPasswordYet() {
        assertThat(run("check", "--csv")).isEqualTo(1);
        assertThat(out.toString())
                .contains("add,analyst,password for Kafka", "add," + COUNCIL + ",password for Kafka")
                .doesNotContain("remove", "streams");
    }

    @Test
    @Order(2)
    void shouldGiveEveryoneOutsideTheirPasswordsInFilesForOneReader() throws IOException {
        Path secrets = home.resolve("handed-over");

        assertThat(run("apply", "--secrets-dir", secrets.toString()))
                .as(out.toString())
                .isZero();

        try (Stream<Path> files = Files.list(secrets)) {
            List<Path> written = files.toList();
            assertThat(written)
                    .extracting(file -> file.getFileName().toString())
                    .contains(
                            "analyst.kafka",
                            "analyst.database",
                            "opfcc.kafka",
                            COUNCIL + ".kafka",
                            COUNCIL + ".database")
                    .hasSize(8);
            for (Path file : written) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
                assertThat(out.toString()).doesNotContain(Files.readString(file).strip());
            }
        }
        first = Files.readString(secrets.resolve(COUNCIL + ".kafka")).strip();
        assertThat(run("check")).as(out.toString()).isZero();
    }

    @Test
    @Order(3)
    void shouldLetACouncilInWithItsPassword() throws Exception {
        assertThat(topicsSeenWith(first))
                .containsExactlyInAnyOrder("partner.west-northamptonshire.trend", "partner.county.trend");
    }

    @Test
    @Order(4)
    void shouldShowNothingWhenThereIsNothingToGive() {
        assertThat(run("apply")).isZero();
        assertThat(out.toString()).doesNotContain(", for ").contains("Access is as planned.");
    }

    @Test
    @Order(5)
    void shouldShowARenewedPasswordOnceAndVoidTheOldOne() throws Exception {
        assertThat(run("apply", "--rotate", COUNCIL)).isZero();

        String renewed = out.toString()
                .lines()
                .filter(line -> line.startsWith(COUNCIL + ", for kafka: "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
        assertThat(topicsSeenWith(renewed)).hasSize(2);
        assertThatThrownBy(() -> topicsSeenWith(first))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(SaslAuthenticationException.class);
        assertThat(filesWith(renewed)).as("files that keep the password").isEmpty();
    }

    @Test
    @Order(6)
    void shouldRefuseToRenewWhatIsNobodys() {
        assertThat(run("apply", "--rotate", "council-atlantis")).isEqualTo(2);
        assertThat(out.toString()).contains("There is no principal council-atlantis", COUNCIL);
    }

    @Test
    @Order(7)
    void shouldMendWhatSomebodyChangedAndLeaveTheAdministratorAndStrangersAlone() throws Exception {
        AclBinding administrators = right("admin");
        AclBinding strangers = right("stranger");
        try (Admin admin = Admin.create(lamplight.kafkaClient())) {
            admin.deleteAcls(List.of(AclBindingFilter.ANY)).all().get();
            admin.createAcls(List.of(administrators, strangers, right("opfcc")))
                    .all()
                    .get();

            assertThat(run("check", "--csv")).isEqualTo(1);
            assertThat(out.toString())
                    .contains("add,streams,read topic intake.hate-referral", "remove,opfcc,read topic intake.rejected")
                    .doesNotContain("admin", "stranger");
            assertThat(run("apply")).isZero();
            assertThat(run("check")).isZero();
            assertThat(admin.describeAcls(AclBindingFilter.ANY).values().get())
                    .contains(administrators, strangers)
                    .doesNotContain(right("opfcc"));
        }
    }

    private static AclBinding right(String principal) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "intake.rejected", PatternType.LITERAL),
                new AccessControlEntry("User:" + principal, "*", AclOperation.READ, AclPermissionType.ALLOW));
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        var addresses = lamplight.platform().addresses();
        Map<String, String> ports = Map.of(
                "LAMPLIGHT_KAFKA_PORT", Integer.toString(addresses.brokerPort()),
                "LAMPLIGHT_DATABASE_PORT", Integer.toString(addresses.databasePort()));
        Console console = new Console(new PrintWriter(out), new PrintWriter(out), false, Clock.systemUTC());
        return Lamplight.commandLine(home, ports, console)
                .execute(
                        Stream.concat(Stream.of("access"), Stream.of(arguments)).toArray(String[]::new));
    }

    /** Logs, topics, tables and whatever else is kept. */
    private static List<Path> filesWith(String secret) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("data"))) {
            return files.filter(file -> Files.isRegularFile(file)
                            && !file.startsWith(home.resolve("data/postgres-programs"))
                            && !file.toString().endsWith("index"))
                    .filter(file -> contains(file, secret))
                    .toList();
        }
    }

    private static boolean contains(Path file, String secret) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(secret);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Iterable<String> topicsSeenWith(String password) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "bootstrap.servers",
                lamplight.platform().addresses().partners(),
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(COUNCIL, password),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                home.resolve("data/secrets/partners-ca.pem").toString()));
        try (Admin admin = Admin.create(settings)) {
            return admin.listTopics().names().get();
        }
    }
}
