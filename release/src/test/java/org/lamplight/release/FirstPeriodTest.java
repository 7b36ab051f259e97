package org.lamplight.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.areas.AreaBook;
import org.lamplight.release.plan.Draft;
import org.lamplight.release.plan.Ladder;
import org.lamplight.release.plan.Planner;
import org.lamplight.release.plan.Request;
import org.lamplight.schemas.ReleasedTrend;

/** With which period the releases of a source begin, whatever comes late, is withdrawn or is set. */
class FirstPeriodTest {
    private static final SecretKey KEY = new SecretKeySpec(new byte[32], "HmacSHA256");
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final Ladder LADDER = Ladder.of(AreaBook.northamptonshire());
    private static final List<String> SINCE_JUNE = List.of(
            "MONTH 2026-06-01 2",
            "MONTH 2026-07-01 2",
            "QUARTER 2026-07-01 1",
            "MONTH 2026-08-01 1",
            "MONTH 2026-09-01 1",
            "MONTH 2026-10-01 1");

    private static Postgres postgres;

    private final Jdbi jdbi = postgres.jdbi();

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
        jdbi.useHandle(handle -> handle.execute("truncate lamplight.incident, lamplight.release cascade"));
    }

    @Test
    void shouldBeginWithTheFirstPeriodThatTheSourceReportedThroughout() {
        report("first", "2026-05-12", "2026-05-12");
        report("of long before", "2026-01-03", "2026-05-20");
        report("next", "2026-06-01", null);

        assertThat(due(AS_OF, "")).containsExactlyElementsOf(SINCE_JUNE);
    }

    @Test
    void shouldBeginWithAPeriodOnWhoseFirstDayTheFirstReportWasMade() {
        // Summer time: it was still May in UTC.
        report("first", "2026-05-30", "2026-05-31T23:30:00Z");

        assertThat(due(AS_OF, "")).containsExactlyElementsOf(SINCE_JUNE);
    }

    @Test
    void shouldTakeTheDayOfWhatHappenedWhereNoneOfTheReportIsKnown() {
        report("first", "2026-05-12", null);

        assertThat(due(AS_OF, "")).containsExactlyElementsOf(SINCE_JUNE);
    }

    @Test
    void shouldGoBackAYearAtMostAndOnlyWholePeriods() {
        report("first", "2020-01-01", null);

        assertThat(due(AS_OF, "")).startsWith("MONTH 2025-12-01 2", "MONTH 2026-01-01 2");
    }

    @Test
    void shouldBeginWhereItIsSetButNeverBeforeTheFirstReport() {
        report("first", "2025-03-12", null);

        assertThat(due(AS_OF, "2026-09-01")).containsExactly("MONTH 2026-09-01 1", "MONTH 2026-10-01 1");
        assertThat(due(AS_OF, "2025-01-01")).startsWith("MONTH 2025-04-01 2", "QUARTER 2025-04-01 2");
    }

    @Test
    void shouldStayWithWhatWasReleasedFirstWhateverChangesThen() {
        report("first", "2026-05-12", null);
        release(LocalDate.of(2026, 7, 20), "");
        List<String> next = due(AS_OF, "");

        report("earlier", "2026-01-05", null);
        assertThat(due(AS_OF, ""))
                .isEqualTo(next)
                .contains("MONTH 2026-06-01 2")
                .doesNotContain("MONTH 2026-02-01 2");

        jdbi.useHandle(handle -> handle.execute("delete from lamplight.incident"));
        report("much later", "2026-11-01", null);
        assertThat(due(AS_OF, "")).isEqualTo(next);
        assertThat(due(AS_OF, "2026-10-01")).isEqualTo(next);
    }

    private List<String> due(LocalDate asOf, String from) {
        return plan(asOf, from).rows().stream()
                .map(row -> row.getPeriod() + " " + row.getFirstDay() + " " + row.getRevision())
                .distinct()
                .toList();
    }

    private void release(LocalDate asOf, String from) {
        List<ReleasedTrend> rows = plan(asOf, from).rows();
        assertThat(rows).isNotEmpty();
        jdbi.useTransaction(handle -> {
            handle.execute("""
                    insert into lamplight.release (release, as_of, status, sha256, rows, settings, reasons, audit)
                    values (?, ?, 'PUBLISHED', '00', '{}', '{}', '{}', '{}')
                    """, asOf.toString(), asOf);
            ReleasedRows.add(handle, rows);
        });
    }

    private Draft plan(LocalDate asOf, String from) {
        ReleaseSettings settings = new ReleaseSettings(
                14,
                0.5,
                Optional.of(from).filter(text -> !text.isEmpty()).map(LocalDate::parse),
                OptionalInt.empty(),
                WithoutConsent.COUNTY,
                Map.of());
        Snapshot snapshot = Snapshot.take(jdbi, LADDER, settings, asOf, KEY);
        Draft draft = Planner.plan(
                new Request(asOf.toString(), asOf, settings.settleDays(), settings.fill(), KEY),
                LADDER,
                snapshot.families(),
                snapshot.counts(),
                snapshot.history(),
                snapshot.completeness());
        assertThat(draft.heldBack()).isEmpty();
        return draft;
    }

    /** @param reported when it was made; null where that is not known */
    private void report(String id, String happened, String reported) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into lamplight.incident (id, source, kind, categories, force, areas, occurred_from,
                            occurred_to, first_day, last_day, received_at, reported_at, reasons, other_codes,
                            kafka_partition, kafka_offset)
                        values (:id, 'streetsafe', 'SAFETY_CONCERN', '{streetsafe}', :force, array[:force],
                            :day::date, :day::date, :day::date, :day::date, now(), :reported::timestamptz, '{}', 0, 0, 0)
                        """)
                .bind("id", id)
                .bind("force", LADDER.county().code())
                .bind("day", happened)
                .bind("reported", reported)
                .execute());
    }
}
