package org.lamplight.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.demo.LoadPlan;
import org.lamplight.local.parts.ConnectClient;
import org.lamplight.local.parts.Connectors;

/**
 * The reporting database is dumped while it is written, destroyed, and restored; it is lost without a back-up; and its
 * tables are emptied. Each time they must come to hold what they held.
 */
class RestoreTest {
    private static final long ROWS = 300;
    private static final int ROWS_PER_FILE = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration QUIET = Duration.ofSeconds(3);

    @TempDir
    Path directory;

    @Test
    void shouldHoldTheSameTablesAfterALossHoweverTheyComeBack() throws IOException {
        Optional<Path> programs = OwnPostgres.installed();
        assumeThat(programs)
                .as("a PostgreSQL server in /usr/lib/postgresql: apt-get install postgresql")
                .isPresent();
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        AreaBook book = AreaBook.northamptonshire();
        LoadPlan first = LoadPlan.retail(ROWS, 1, book, today);
        LoadPlan second = LoadPlan.helpline(ROWS / 3, 2, book, today);
        Path postgresHome = Path.of(
                        "target",
                        "restore",
                        Long.toString(ProcessHandle.current().pid()))
                .toAbsolutePath();
        Map<String, List<String>> tables;
        try (OwnPostgres postgres = OwnPostgres.start(programs.get(), postgresHome)) {
            try (RunningPlatform lamplight = start(postgres)) {
                hand(first, lamplight, first.rows());
                postgres.dump("early");
                hand(second, lamplight, first.rows() + second.rows());
                tables = settled(lamplight);
                postgres.dump("late");
            }
            assertThat(tables.get("incident")).hasSizeGreaterThan(50);

            postgres.destroy();
            postgres.restore("late");
            try (RunningPlatform lamplight = start(postgres)) {
                awaitSame(lamplight, tables, "a dump of the end");
            }

            postgres.destroy();
            postgres.restore("early");
            try (RunningPlatform lamplight = start(postgres)) {
                awaitSame(lamplight, tables, "an older dump");
            }

            postgres.destroy();
            try (RunningPlatform lamplight = start(postgres)) {
                awaitSame(lamplight, tables, "no dump");

                long rejected = Long.parseLong(lamplight.value("select count(*) from lamplight.rejected_row"));
                lamplight.rows("with gone as (delete from lamplight.incident returning 1) select count(*) from gone");
                new ConnectClient(lamplight.platform().addresses().connect()).startOver(Connectors.SINK);
                awaitSame(lamplight, tables, "emptied tables");
                assertThat(lamplight.value("select count(*) from lamplight.rejected_row"))
                        .isEqualTo(Long.toString(rejected));
            }
        }
    }

    private RunningPlatform start(OwnPostgres postgres) {
        return new RunningPlatform(
                directory.resolve("lamplight"),
                "database { url = \"" + postgres.url() + "\", user = lamplight, password = any }\n"
                        + "streams.drift-interval = 2 s");
    }

    private static void hand(LoadPlan plan, RunningPlatform lamplight, long rowsByThen) {
        plan.write(lamplight.inbox("retail").getParent(), ROWS_PER_FILE);
        await().atMost(PATIENCE)
                .until(
                        () -> lamplight.value(
                                "select coalesce(sum(accepted + superseded + rejected), 0) from lamplight.feed_health"),
                        Long.toString(rowsByThen)::equals);
    }

    /** The tables, once nothing changes in them any more. */
    private static Map<String, List<String>> settled(RunningPlatform lamplight) {
        AtomicReference<Map<String, List<String>>> last = new AtomicReference<>(TableContents.of(lamplight));
        await().atMost(PATIENCE).during(QUIET).until(() -> {
            Map<String, List<String>> now = TableContents.of(lamplight);
            return last.getAndSet(now).equals(now);
        });
        return last.get();
    }

    private static void awaitSame(RunningPlatform lamplight, Map<String, List<String>> tables, String from) {
        await().atMost(PATIENCE)
                .during(QUIET)
                .untilAsserted(() -> assertThat(TableContents.differences(TableContents.of(lamplight), tables))
                        .as("differences after the restore of %s", from)
                        .isEmpty());
        System.out.printf("[restore] %s: %d tables the same%n", from, tables.size());
    }
}
