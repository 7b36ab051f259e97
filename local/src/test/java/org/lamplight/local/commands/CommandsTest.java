package org.lamplight.local.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.local.ExitCode;
import org.lamplight.local.Lamplight;
import org.lamplight.schemas.Topics;

class CommandsTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-10T12:00:00Z"), ZoneOffset.UTC);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path home;

    @Test
    void shouldPrintTheTopicCatalogue() {
        int code = run("topics", "--csv");

        assertThat(code).isZero();
        assertThat(out.toString().lines())
                .hasSize(1 + Topics.ALL.size() + 2)
                .contains(
                        "intake.rejected,RejectedRow,4,90 days",
                        "partner.west-northamptonshire.trend,ReleasedTrend,1,for ever");
    }

    @Test
    void shouldPrintWhatEverybodyMayDoOnTheClusterAndInTheDatabase() {
        int code = run("access", "plan", "--csv");

        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString().lines())
                .contains(
                        "council-north-northamptonshire,read,topic partner.county.trend",
                        "council-north-northamptonshire,use at most,producer_byte_rate 65536",
                        "retention,write,topic core.incident",
                        "webhooks,\"select, insert, update\",lamplight.webhook",
                        "analyst,select,all tables in schema analyst");
    }

    @Test
    void shouldHideSecretsAndSayWhereASettingComesFrom() throws IOException {
        Files.writeString(home.resolve("lamplight.conf"), "database.password = hunter2\nkafka.port = 1");

        int code = run("config", "--csv");

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("kafka.port,1,line 2 of " + home.resolve("lamplight.conf"))
                .contains("registry.port,8081,default")
                .contains("database.password,(hidden)")
                .doesNotContain("hunter2");
    }

    @Test
    void shouldRefuseAWrongSettingWithItsExitCode() throws IOException {
        Files.writeString(home.resolve("lamplight.conf"), "kafka.port = x");

        int code = run("up");

        assertThat(code).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(err.toString()).contains("kafka.port is 'x'").contains("it must be a number from 0 to 65535");
    }

    @Test
    void shouldSayWhatToDoWhereNothingRunsYet() {
        int code = run("hotspots");

        assertThat(code).isEqualTo(ExitCode.UNAVAILABLE.code());
        assertThat(err.toString())
                .contains("There is no Lamplight in " + home.resolve("data"))
                .contains("lamplight up");
    }

    @Test
    void shouldPublishNothingForADateToCome() {
        int code = run("release", "--as-of", "2999-01-01");

        assertThat(code).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString())
                .contains("--as-of 2999-01-01 is still to come")
                .contains("--dry-run");
    }

    @Test
    void shouldReleaseOnlyWhereLamplightRuns() throws IOException {
        int none = run("release");
        Files.createDirectories(home.resolve("data/secrets"));
        Files.writeString(home.resolve("data/secrets/database.password"), "made up");
        Files.writeString(home.resolve("lamplight.conf"), "database.port = 1");
        int stopped = run("release", "--dry-run");

        assertThat(none).isEqualTo(ExitCode.UNAVAILABLE.code());
        assertThat(stopped).isEqualTo(ExitCode.UNAVAILABLE.code());
        assertThat(err.toString())
                .contains("There is no Lamplight in " + home.resolve("data"))
                .contains("The reporting database does not answer");
    }

    @Test
    void shouldRefuseACommandThatThereIsNot() {
        int code = run("hotpots");

        assertThat(code).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("hotpots");
    }

    @Test
    void shouldNotMixMadeUpReportsWithOthers() throws IOException {
        Files.createDirectories(home.resolve("data/secrets"));
        int demo = run("demo");
        Files.delete(home.resolve("data/secrets"));
        Files.createFile(home.resolve("data/demo"));
        int up = run("up");

        assertThat(demo).isEqualTo(ExitCode.UNAVAILABLE.code());
        assertThat(up).isEqualTo(ExitCode.UNAVAILABLE.code());
        assertThat(err.toString()).contains("holds reports of your own").contains("holds the demo's made-up reports");
    }

    @Test
    void shouldPrintWhatIsHeldWhereAndHowLong() throws IOException {
        Files.writeString(home.resolve("lamplight.conf"), "sources.retail.retention = 100 days");

        int code = run("dpia");

        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("- retail: 100 days after a report was last received")
                .contains("- stop-hate-uk: 1 year after a report was last received")
                .contains("| place | what | data | kept | read by |")
                .contains("retail 100 days; withdrawn reports at most 7 days")
                .contains("| table lamplight.incident |");
    }

    @Test
    void shouldRefuseAnErasureThatCannotBeKept() throws IOException {
        Files.writeString(home.resolve("lamplight.conf"), "retention { erasure = 2 days, every = 1 day }");

        int code = run("dpia");

        assertThat(code).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(err.toString()).contains("the first must be at least 3 times the second");
    }

    @Test
    void shouldRefuseIdsThatNoReportCanHave() {
        int none = run("withdraw", "--source", "retail");
        int noPseudonym = run("withdraw", "--source", "streetsafe", "--pseudonyms", "12");
        int noSource = run("withdraw", "--source", "flare", "F-1");
        int nothingHere = run("withdraw", "--source", "retail", "R-1");

        assertThat(List.of(none, noPseudonym, noSource)).containsOnly(ExitCode.USAGE.code());
        assertThat(nothingHere).isEqualTo(ExitCode.UNAVAILABLE.code());
        assertThat(err.toString())
                .contains("No id is given")
                .contains("A pseudonym has 32 hex digits")
                .contains("There is no Lamplight in " + home.resolve("data"))
                .contains("flare is no source of this configuration; there are retail, stop-hate-uk, streetsafe.");
    }

    @Test
    void shouldCheckAnExport() throws IOException {
        Path file = Files.writeString(home.resolve("streetsafe.csv"), """
                Submitted,Date,Time,Latitude,Longitude,Place reasons,Behaviour reasons
                05/01/2026 22:13,05/01/2026,21:30,52.316284,-0.690819,Badly lit; Too many pigeons,
                05/01/2026 22:15,31/02/2026,21:30,52.316284,-0.690819,Badly lit,
                """);

        int code = run("sources", "check", file.toString(), "--mapping", "streetsafe");

        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("2 rows: 1 would be accepted, 0 withdrawn, 1 rejected")
                .containsPattern("1 +time.invalid +Date +3")
                .containsPattern("1 +placeReasons +Too many pigeons");
        assertThat(err.toString()).contains("Checking [########################]");
    }

    @Test
    void shouldHelpWithEachCommand() {
        int code = run("trends", "--help");

        assertThat(code).isZero();
        assertThat(out.toString()).contains("--period").contains("week, month, quarter");
    }

    private int run(String... arguments) {
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), false, NOON);
        return Lamplight.commandLine(home, Map.of(), console).execute(arguments);
    }
}
