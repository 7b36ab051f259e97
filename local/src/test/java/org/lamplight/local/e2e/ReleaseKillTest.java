package org.lamplight.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamplight.local.parts.Secrets;
import org.lamplight.release.Step;

/**
 * Kills the process of the release job; the next one leaves every release everywhere, once. {@code lamplight.release.kills}
 * says how often it is killed at a random moment.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseKillTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final int REPORTS = 6_000;
    private static final int LONGEST_MILLIS = 600;
    private static final int KILLS = Integer.getInteger("lamplight.release.kills", 3);

    private static final String END_TURNS =
            "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted";

    private final Random random = new Random(1);
    private Path home;
    private RunningPlatform lamplight;
    private PublishedEverywhere published;
    private LocalDate day = AS_OF;

    @BeforeAll
    void start(@TempDir Path directory) throws SQLException {
        home = directory;
        lamplight = new RunningPlatform(home, "release.at = off");
        published = new PublishedEverywhere(lamplight);
        StoredReports.concerns(lamplight.database(), REPORTS, AS_OF.minusYears(1), 730);
    }

    @AfterAll
    void stop() {
        if (lamplight != null) {
            lamplight.close();
        }
    }

    @BeforeEach
    void nextMonth() {
        day = day.plusMonths(1);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void shouldBeEverywhereOrNowhereBeforeWhicheverStepItIsKilled(Step step) throws Exception {
        int releases = published.topics().log().size();
        int rows = published.views().size();
        try (ReleaseProcess job = job()) {
            job.runTo(step).kill();
        }

        published.assertWholeOnTopics();
        assertThat(published.topics().log()).hasSize(releases + (step == Step.COMPLETING ? 1 : 0));
        assertThat(published.views()).hasSize(rows);

        assertNextJobLeavesOneMoreThan(releases);
    }

    /** While it sends, commits or completes, or just after. */
    @ParameterizedTest
    @MethodSource("kills")
    void shouldBeEverywhereOrNowhereWheneverItIsKilledWhilePublishing(int kill) throws Exception {
        int releases = published.topics().log().size();
        try (ReleaseProcess job = job()) {
            job.runTo(Step.SENDING).runFreelyFor(Duration.ofMillis(random.nextInt(LONGEST_MILLIS)));
            job.kill();
        }

        published.assertWholeOnTopics();

        assertNextJobLeavesOneMoreThan(releases);
    }

    /** A job that stands still loses its connections, and with them its turn; it cannot know when it goes on. */
    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"PREPARING", "SENDING", "COMMITTING", "COMPLETING"})
    void shouldAddNothingWhenItWakesAfterAnotherHasTakenItsTurn(Step step) throws Exception {
        int releases = published.topics().log().size();
        try (ReleaseProcess sleeping = job()) {
            sleeping.runTo(step);
            endTurns();
            try (ReleaseProcess job = job()) {
                job.finish();
            }

            sleeping.end();
        }

        published.assertAlike();
        assertThat(published.topics().log()).hasSize(releases + 1);
    }

    static IntStream kills() {
        return IntStream.range(0, KILLS);
    }

    private void endTurns() {
        Jdbi.create(lamplight.database("postgres", Secrets.DATABASE_PASSWORD))
                .useHandle(handle ->
                        handle.createQuery(END_TURNS).mapTo(Boolean.class).list());
    }

    private void assertNextJobLeavesOneMoreThan(int releases) throws Exception {
        try (ReleaseProcess job = job()) {
            job.finish();
        }
        published.assertAlike();
        assertThat(published.topics().log()).hasSize(releases + 1);
    }

    private ReleaseProcess job() throws Exception {
        return new ReleaseProcess(home, lamplight.platform().addresses(), day);
    }
}
