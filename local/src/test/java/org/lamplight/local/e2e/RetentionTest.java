package org.lamplight.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.local.Platform;
import org.lamplight.local.Progress;
import org.lamplight.local.access.Principals;
import org.lamplight.local.parts.DatabaseLogins;
import org.lamplight.local.parts.Secrets;
import org.lamplight.local.privacy.Removed;
import org.lamplight.local.privacy.Retention;

/** What is older than its retention goes everywhere, and still counts. */
class RetentionTest {
    private static final Duration A_YEAR_AND_A_DAY = Duration.ofDays(366);
    private static final String COUNTED = """
            select sum(observed) from opfcc.trend where category = '%s' and period = 'MONTH' and area_kind = 'FORCE'
            """;

    private final Exports exports = new Exports(Clock.systemUTC());

    @Test
    void shouldRemoveWhatIsTooOldByItsSourceAndKeepItsCounts(@TempDir Path home) throws IOException {
        try (RunningPlatform lamplight = new RunningPlatform(home, "sources.retail.retention = 400 days")) {
            lamplight.drop(
                    "stop-hate-uk", "old.jsonl", List.of(exports.helpline("SHUK-OLD", 1, "open"), "{ this is no JSON"));
            lamplight.drop(
                    "retail",
                    "kept.csv",
                    List.of(Exports.RETAIL_HEADER, exports.retail("R-KEPT", 1, "£10.00")),
                    Charset.forName("windows-1252"));
            soon().untilAsserted(() -> {
                assertThat(lamplight.rows("select source from lamplight.incident order by 1"))
                        .containsExactly(List.of("retail"), List.of("stop-hate-uk"));
                assertThat(lamplight.value(COUNTED.formatted("stop-hate-uk"))).isEqualTo("1");
                assertThat(lamplight.rows("select 1 from lamplight.rejected_row"))
                        .hasSize(1);
                assertThat(files(lamplight, "stop-hate-uk")).isEqualTo(1);
            });
            Retention due = retention(lamplight.platform(), A_YEAR_AND_A_DAY);
            Retention tomorrow = retention(lamplight.platform(), Duration.ofDays(1));

            List<Removed> wouldGo = due.dryRun();
            assertThat(tomorrow.run()).isEmpty();
            assertThat(lamplight.rows("select 1 from lamplight.incident")).hasSize(2);

            assertThat(due.run()).isEqualTo(wouldGo);
            assertThat(wouldGo)
                    .containsExactly(
                            new Removed("retail", "files in done", 1, Duration.ofDays(30)),
                            new Removed("stop-hate-uk", "files in done", 1, Duration.ofDays(30)),
                            new Removed("stop-hate-uk", "rejected_row", 1, Duration.ofDays(90)),
                            new Removed("stop-hate-uk", "reports", 1, Duration.ofDays(365)));
            soon().untilAsserted(() -> assertThat(lamplight.rows("select source from lamplight.incident"))
                    .containsExactly(List.of("retail")));
            assertThat(lamplight.rows("select 1 from lamplight.rejected_row")).isEmpty();
            assertThat(files(lamplight, "stop-hate-uk")).isZero();
            assertThat(due.run()).isEmpty();

            lamplight.drop("stop-hate-uk", "again.jsonl", List.of(exports.helpline("SHUK-OLD", 2, "open")));
            soon().untilAsserted(() -> assertThat(
                            lamplight.value("select superseded from analyst.feed_health where source = 'stop-hate-uk'"))
                    .isEqualTo("1"));
            assertThat(lamplight.value(COUNTED.formatted("stop-hate-uk"))).isEqualTo("1");
            assertThat(lamplight.rows("select source from lamplight.incident")).containsExactly(List.of("retail"));
        }
    }

    /** What is due so much later. */
    private static Retention retention(Platform platform, Duration later) {
        Secrets secrets = new Secrets(platform.config().data().secrets(), new SecureRandom());
        return new Retention(
                platform.config(),
                platform.kafkaClient(Principals.RETENTION),
                new DatabaseLogins(platform.config(), platform.addresses(), secrets).of(Principals.RETENTION),
                Clock.offset(Clock.systemUTC(), later),
                Progress.NONE);
    }

    private static long files(RunningPlatform lamplight, String source) throws IOException {
        Path done = lamplight.inbox(source).resolve("done");
        try (Stream<Path> files = Files.isDirectory(done) ? Files.list(done) : Stream.empty()) {
            return files.count();
        }
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions();
    }
}
