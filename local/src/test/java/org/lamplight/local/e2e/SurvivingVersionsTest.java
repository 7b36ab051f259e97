package org.lamplight.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.demo.LoadPlan;

/**
 * Two Lamplights side by side. One is given every version of many reports, out of order and in different files:
 * corrections, outcomes, consent given and withdrawn, withdrawals, repeats, bad rows. The other is given only the
 * versions that survive. Every table must come out the same. At least so many reports change:
 *
 * <pre>{@code mvn verify -pl local -am -Dtest=SurvivingVersionsTest -Dsurefire.failIfNoSpecifiedTests=false -Dlamplight.changed=1000}</pre>
 */
class SurvivingVersionsTest {
    private static final int CHANGED = Integer.getInteger("lamplight.changed", 50);
    private static final int ROWS_FOR_A_CHANGED_REPORT = 6;
    private static final int ROWS_PER_FILE = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration QUIET = Duration.ofSeconds(3);

    @TempDir
    Path directory;

    @Test
    void shouldEndUpAsIfOnlyTheSurvivingVersionsHadEverCome() throws IOException {
        AreaBook book = AreaBook.northamptonshire();
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        long rows = (long) CHANGED * ROWS_FOR_A_CHANGED_REPORT;
        List<LoadPlan> plans =
                List.of(LoadPlan.retail(rows * 2 / 3, 1, book, today), LoadPlan.helpline(rows / 3, 2, book, today));
        try (RunningPlatform every = start("every");
                RunningPlatform surviving = start("surviving")) {

            plans.forEach(plan -> plan.write(inboxes(every), ROWS_PER_FILE));
            plans.forEach(plan -> plan.writeStanding(inboxes(surviving), ROWS_PER_FILE));

            await().atMost(PATIENCE).until(() -> taken(every), total(plans)::equals);
            await().atMost(PATIENCE).during(QUIET).untilAsserted(() -> {
                Map<String, List<String>> tables = TableContents.of(surviving);
                assertThat(tables.get("incident")).hasSize((int) standing(plans));
                assertThat(TableContents.differences(TableContents.of(every), tables))
                        .isEmpty();
            });
            report(plans, TableContents.of(every));
        }
    }

    private RunningPlatform start(String name) throws IOException {
        Path home = directory.resolve(name);
        Path secrets = Files.createDirectories(home.resolve("data/secrets"));
        Files.writeString(secrets.resolve("pseudonym.key"), "the same key for both");
        // Rows that only drifted are compared too, so they must not wait a minute.
        return new RunningPlatform(home, "streams.drift-interval = 2 s");
    }

    private static Path inboxes(RunningPlatform lamplight) {
        return lamplight.inbox("retail").getParent();
    }

    private static Long taken(RunningPlatform lamplight) {
        return Long.valueOf(lamplight.value(
                "select coalesce(sum(accepted + superseded + rejected), 0) from lamplight.feed_health"));
    }

    private static Long total(List<LoadPlan> plans) {
        return plans.stream().mapToLong(LoadPlan::rows).sum();
    }

    private static long standing(List<LoadPlan> plans) {
        return plans.stream().mapToLong(plan -> plan.standing().count()).sum();
    }

    private static void report(List<LoadPlan> plans, Map<String, List<String>> tables) {
        System.out.printf(
                "%d rows, %d reports with more than one version, %d withdrawn, %d rows rejected; %d reports stand%n",
                total(plans),
                plans.stream().mapToLong(LoadPlan::changed).sum(),
                plans.stream().mapToLong(LoadPlan::withdrawn).sum(),
                plans.stream().mapToLong(LoadPlan::bad).sum(),
                standing(plans));
        tables.forEach((table, rows) -> System.out.printf("%s: %d rows, all the same%n", table, rows.size()));
    }
}
