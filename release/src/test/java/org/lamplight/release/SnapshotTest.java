package org.lamplight.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.areas.AreaBook;
import org.lamplight.release.plan.CellKey;
import org.lamplight.release.plan.Family;
import org.lamplight.release.plan.Ladder;
import org.lamplight.release.plan.Tally;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.schemas.ProtectionMethod;
import org.lamplight.schemas.ReportKind;

class SnapshotTest {
    private static final SecretKey KEY = new SecretKeySpec("made up".getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final Ladder LADDER = Ladder.of(AreaBook.northamptonshire());
    private static final String COUNTY = LADDER.county().code();
    private static final String WARD = LADDER.wards().get(0).code();
    private static final String COUNCIL = LADDER.wards().get(0).parent().orElseThrow();
    private static final String PLACED = "{E05000000," + WARD + "," + COUNCIL + "," + COUNTY + "}";
    private static final String UNPLACED = "{" + COUNTY + "}";
    private static final Period SEPTEMBER = new Period(PeriodKind.MONTH, LocalDate.of(2026, 9, 1));
    private static final Period SUMMER = new Period(PeriodKind.QUARTER, LocalDate.of(2026, 7, 1));

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
        jdbi.useHandle(handle -> handle.execute("truncate lamplight.incident; truncate lamplight.trend"));
    }

    @Test
    void shouldCountAReportInWardCouncilAndCountyOfEveryPeriodThatHoldsIt() {
        concern("a", PLACED, "2026-09-03", "2026-09-04");
        concern("b", PLACED, "2026-08-31", "2026-09-01");
        concern("c", UNPLACED, "2026-09-03", "2026-09-03");
        concern("too early", PLACED, "2025-11-21", "2025-11-21");

        Snapshot snapshot = take(Map.of(), WithoutConsent.COUNTY);

        assertThat(reports(snapshot, WARD, "streetsafe", SEPTEMBER)).isEqualTo(1);
        assertThat(reports(snapshot, COUNCIL, "streetsafe", SEPTEMBER)).isEqualTo(1);
        assertThat(reports(snapshot, COUNTY, "streetsafe", SEPTEMBER)).isEqualTo(2);
        assertThat(reports(snapshot, COUNTY, "streetsafe.place", SUMMER)).isEqualTo(3);
        assertThat(reports(snapshot, "E05000000", "streetsafe", SUMMER)).isZero();
        assertThat(reports(snapshot, COUNTY, "streetsafe", Period.of(PeriodKind.MONTH, LocalDate.of(2025, 11, 21))))
                .isZero();
    }

    @Test
    void shouldHaveEveryFacetOfASourceAndWeeksWhereTheyAreSet() {
        concern("a", PLACED, "2026-09-03", "2026-09-03");
        retail("b", "shop", "2026-09-03");

        Snapshot snapshot = take(
                Map.of(
                        "streetsafe", new Product(true, Product.Periods.WEEKS, ProtectionMethod.CELL_KEY),
                        "retail", new Product(false, Product.Periods.CALENDAR, ProtectionMethod.ROUNDED)),
                WithoutConsent.COUNTY);

        assertThat(snapshot.families()).hasSize(1);
        Family family = snapshot.families().get(0);
        assertThat(family.kind()).isEqualTo(ReportKind.SAFETY_CONCERN);
        assertThat(family.categories()).containsExactly("streetsafe", "streetsafe.behaviour", "streetsafe.place");
        assertThat(family.chain()).containsExactly(PeriodKind.WEEK, PeriodKind.FOUR_WEEKS);
        assertThat(reports(snapshot, WARD, "streetsafe", Period.of(PeriodKind.WEEK, LocalDate.of(2026, 9, 3))))
                .isEqualTo(1);
        assertThat(reports(snapshot, WARD, "streetsafe", SEPTEMBER)).isZero();
    }

    @Test
    void shouldCountHateReferralsWithoutConsentWhereTheSettingSays() {
        hate("both", PLACED, true, true);
        hate("police only", PLACED, true, false);
        hate("council only", UNPLACED, false, true);
        hate("nobody asked", UNPLACED, null, null);

        Snapshot county = take(Map.of(), WithoutConsent.COUNTY);
        Snapshot nowhere = take(Map.of(), WithoutConsent.NOWHERE);
        Snapshot everywhere = take(Map.of(), WithoutConsent.EVERYWHERE);

        assertThat(List.of(hateIn(county, COUNTY), hateIn(county, COUNCIL), hateIn(county, WARD)))
                .containsExactly(4L, 1L, 1L);
        assertThat(List.of(hateIn(nowhere, COUNTY), hateIn(nowhere, COUNCIL), hateIn(nowhere, WARD)))
                .containsExactly(1L, 1L, 1L);
        assertThat(List.of(hateIn(everywhere, COUNTY), hateIn(everywhere, COUNCIL), hateIn(everywhere, WARD)))
                .containsExactly(4L, 2L, 2L);
    }

    @Test
    void shouldKnowTheLargestPremisesOfRetailOnly() {
        for (String shop : List.of("A", "A", "A", "B", "C", "C", "D")) {
            retail(
                    shop
                            + jdbi.withHandle(h -> h.createQuery("select count(*) from lamplight.incident")
                                    .mapTo(Long.class)
                                    .one()),
                    shop,
                    "2026-09-03");
        }
        retail("no shop", null, "2026-09-03");

        Tally tally = take(Map.of(), WithoutConsent.COUNTY).counts().of(new CellKey(WARD, "retail", SEPTEMBER));

        assertThat(tally).isEqualTo(new Tally(8, List.of(3L, 2L, 1L), 0));
    }

    @Test
    void shouldAddUpTheKeysOfTheReportsThatStandAndNothingElse() {
        Map<String, Product> byKey =
                Map.of("streetsafe", new Product(true, Product.Periods.CALENDAR, ProtectionMethod.CELL_KEY));
        concern("a", PLACED, "2026-09-03", "2026-09-03");
        concern("b", PLACED, "2026-09-03", "2026-09-03");
        int before = keySum(byKey);
        concern("c", PLACED, "2026-09-03", "2026-09-03");
        int with = keySum(byKey);
        jdbi.useHandle(handle -> handle.execute("delete from lamplight.incident where id = 'c'"));

        // printf c | openssl dgst -sha256 -hmac "made up" ends in 1f.
        assertThat(Math.floorMod(with - before, 256)).isEqualTo(0x1f);
        assertThat(keySum(byKey)).isEqualTo(before);
    }

    @Test
    void shouldKnowHowCompleteAPeriodIsOnlyWhereItKnowsEveryWeek() {
        concern("a", PLACED, "2026-09-03", "2026-09-03");
        for (LocalDate week = LocalDate.of(2026, 8, 31);
                week.isBefore(LocalDate.of(2026, 10, 1));
                week = week.plusWeeks(1)) {
            week(week, week.getDayOfMonth() == 31 ? 1.0 : 0.7);
        }

        Snapshot snapshot = take(Map.of(), WithoutConsent.COUNTY);

        // Six days of the first week, and 24 of the others.
        assertThat(snapshot.completeness().of("streetsafe", SEPTEMBER).orElseThrow())
                .isCloseTo((6 * 1.0 + 24 * 0.7) / 30, within(1e-12));
        assertThat(snapshot.completeness().of("streetsafe", SUMMER)).isEqualTo(OptionalDouble.empty());
    }

    private int keySum(Map<String, Product> products) {
        return take(products, WithoutConsent.COUNTY)
                .counts()
                .of(new CellKey(COUNTY, "streetsafe", SUMMER))
                .keySum();
    }

    private Snapshot take(Map<String, Product> products, WithoutConsent withoutConsent) {
        ReleaseSettings settings =
                new ReleaseSettings(14, 0.5, Optional.empty(), OptionalInt.empty(), withoutConsent, products);
        return Snapshot.take(jdbi, LADDER, settings, AS_OF, KEY);
    }

    private static long reports(Snapshot snapshot, String area, String category, Period period) {
        return snapshot.counts().of(new CellKey(area, category, period)).reports();
    }

    private static long hateIn(Snapshot snapshot, String area) {
        return reports(snapshot, area, "stop-hate-uk", SUMMER);
    }

    private void concern(String id, String areas, String first, String last) {
        insert(id, "streetsafe", ReportKind.SAFETY_CONCERN, "{streetsafe,streetsafe.place}", areas, first, last);
    }

    private void hate(String id, String areas, Boolean police, Boolean council) {
        String day = "2026-09-03";
        insert(id, "stop-hate-uk", ReportKind.HATE_REFERRAL, "{stop-hate-uk,stop-hate-uk.race}", areas, day, day);
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update lamplight.incident set police_consent = :police, council_consent = :council where id = :id")
                .bind("police", police)
                .bind("council", council)
                .bind("id", id)
                .execute());
    }

    private void retail(String id, String premises, String day) {
        insert(id, "retail", ReportKind.RETAIL_SUBMISSION, "{retail,retail.shoplifting}", PLACED, day, day);
        jdbi.useHandle(handle -> handle.createUpdate("update lamplight.incident set premises = :shop where id = :id")
                .bind("shop", premises)
                .bind("id", id)
                .execute());
    }

    private void insert(
            String id, String source, ReportKind kind, String categories, String areas, String first, String last) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into lamplight.incident (id, source, kind, categories, force, areas, occurred_from,
                            occurred_to, first_day, last_day, received_at, reasons, other_codes, kafka_partition, kafka_offset)
                        values (:id, :source, :kind, :categories::text[], :force, :areas::text[], :first::date,
                            :last::date, :first::date, :last::date, :last::date, '{}', 0, 0, 0)
                        """)
                .bind("id", id)
                .bind("source", source)
                .bind("kind", kind.name())
                .bind("categories", categories)
                .bind("force", COUNTY)
                .bind("areas", areas)
                .bind("first", first)
                .bind("last", last)
                .execute());
    }

    private void week(LocalDate firstDay, double completeness) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into lamplight.trend (area, area_kind, category, period, first_day, last_day, observed,
                            completeness, kafka_partition, kafka_offset)
                        values (:area, 'FORCE', 'streetsafe', 'WEEK', :first, :last, 1, :completeness, 0, 0)
                        """)
                .bind("area", COUNTY)
                .bind("first", firstDay)
                .bind("last", firstDay.plusDays(6))
                .bind("completeness", completeness)
                .execute());
    }
}
