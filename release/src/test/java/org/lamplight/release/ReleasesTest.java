package org.lamplight.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.schemas.Release;
import org.lamplight.schemas.ReleasedTrend;

class ReleasesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final String COUNCIL = "E06000061";

    private static Postgres postgres;

    private final Jdbi jdbi = postgres.jdbi();
    private final Releases releases = new Releases(jdbi);

    @BeforeAll
    static void start() throws IOException {
        postgres = new Postgres();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void empty() {
        jdbi.useHandle(handle -> handle.execute("truncate lamplight.release cascade"));
    }

    @Test
    void shouldGiveBackWhatWasPreparedInItsOrder() {
        List<ReleasedTrend> rows = IntStream.range(0, 2_500)
                .mapToObj(i -> i == 1_700
                        ? Rows.full("2026-11-22", COUNCIL)
                        : Rows.withheld("2026-11-22", "W" + (i * 7_919 % 2_500), COUNCIL))
                .toList();
        Releases.Whole whole = new Releases.Whole(release("2026-11-22"), rows);

        releases.prepare(whole);

        assertThat(releases.prepared()).contains(whole);
        assertThat(jdbi.<List<ReleasedTrend>, RuntimeException>withHandle(ReleasedRows::all))
                .isEqualTo(rows);
    }

    @Test
    void shouldShowOnlyWhatIsPublished() {
        releases.prepare(
                new Releases.Whole(release("2026-11-22"), List.of(Rows.withheld("2026-11-22", "W1", COUNCIL))));
        assertThat(count("partner.trend")).isZero();
        assertThat(count("partner.release")).isZero();

        releases.publish("2026-11-22");

        assertThat(count("partner.trend")).isEqualTo(1);
        assertThat(count("partner.release")).isEqualTo(1);
        assertThat(releases.prepared()).isEmpty();
        assertThat(releases.newest()).contains(DAY);
    }

    @Test
    void shouldNumberTheReleasesOfADay() {
        assertThat(releases.nextId(DAY)).isEqualTo("2026-11-22");

        releases.prepare(new Releases.Whole(release("2026-11-22"), List.of()));
        releases.publish("2026-11-22");

        assertThat(releases.nextId(DAY)).isEqualTo("2026-11-22-2");
        assertThat(releases.nextId(DAY.plusDays(1))).isEqualTo("2026-11-23");
    }

    @Test
    void shouldReleaseNothingTwiceAndPrepareOnlyOneAtATime() {
        releases.prepare(
                new Releases.Whole(release("2026-11-22"), List.of(Rows.withheld("2026-11-22", "W1", COUNCIL))));
        Releases.Whole second = new Releases.Whole(release("2026-11-22-2"), List.of());
        assertThatThrownBy(() -> releases.prepare(second)).hasMessageContaining("release_prepared");
        releases.publish("2026-11-22");

        Releases.Whole again =
                new Releases.Whole(release("2026-11-23"), List.of(Rows.withheld("2026-11-23", "W1", COUNCIL)));

        assertThatThrownBy(() -> releases.prepare(again)).hasMessageContaining("released_pkey");
        assertThat(count("lamplight.release")).isEqualTo(1);
    }

    @Test
    void shouldKeepASecondJobOut() {
        Releases.Turn first = releases.takeTurn();
        assertThatThrownBy(releases::takeTurn)
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("Another release is being made");

        first.close();

        releases.takeTurn().close();
    }

    private long count(String relation) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from " + relation)
                .mapTo(Long.class)
                .one());
    }

    private static Release release(String id) {
        return Release.newBuilder()
                .setRelease(id)
                .setAsOf(DAY)
                .setRows(Map.of("partner.county.trend", 0L, "partner.north-northamptonshire.trend", 1L))
                .setSha256("00")
                .setSettings(Map.of("fill", "0.5"))
                .setReasons(Map.of("small", 1L))
                .setAudit(Map.of("hidden", 1L))
                .build();
    }
}
