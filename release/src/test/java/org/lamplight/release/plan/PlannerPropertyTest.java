package org.lamplight.release.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lamplight.release.rules.Rounding;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.schemas.ProtectionMethod;
import org.lamplight.schemas.ReleasedTrend;
import org.lamplight.schemas.ReportKind;

class PlannerPropertyTest {
    private static final LocalDate FROM = SyntheticCounty.FROM;
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 14);
    private static final int TABLES = 150;
    private static final int MOST = 14;
    /** No ward has more reports in the tables that are enumerated. */
    private static final int HIGHEST = 2 * MOST;

    private static final List<String> AREAS =
            List.of("E06-00-W00", "E06-00-W01", "E06-01-W00", "E06-01-W01", "E06-00", "E06-01", "E23");
    private static final Completeness UNKNOWN = (category, period) -> OptionalDouble.empty();
    private static final Family PLAIN =
            SyntheticCounty.family("plain", ReportKind.UNKNOWN, ProtectionMethod.ROUNDED, PeriodKind.MONTH);

    /** By enumeration, which knows nothing of the auditor: two councils of two wards each, one month. */
    @Test
    void shouldLeaveFourValuesAtLeastForEveryCountThatIsNotReleased() {
        Ladder ladder = new SyntheticCounty(1, 2, 2).ladder;
        Random random = new Random(42);
        for (int i = 0; i < TABLES; i++) {
            long[][] wards = new long[2][2];
            for (long[] council : wards) {
                for (int ward = 0; ward < 2; ward++) {
                    council[ward] = random.nextInt(random.nextBoolean() ? 6 : MOST);
                }
            }
            Map<CellKey, Tally> counts = PlannerTest.month(FROM, wards);
            Draft draft = Planner.plan(
                    PlannerTest.request(TODAY),
                    ladder,
                    List.of(PLAIN),
                    cell -> counts.getOrDefault(cell, Tally.NONE),
                    List.of(),
                    UNKNOWN);

            assertThat(draft.heldBack()).isEmpty();
            Map<String, Long> released = new HashMap<>();
            draft.rows().forEach(row -> released.put(row.getArea(), row.getCount()));
            Map<String, long[]> ranges = enumerate(released);
            ranges.forEach((area, range) -> {
                if (released.get(area) == null) {
                    assertThat(range[1] - range[0]).as(area + " of " + released).isGreaterThanOrEqualTo(3);
                }
            });
        }
    }

    @Test
    void shouldPlanTheSameReleaseAgain() {
        for (ProtectionMethod method : List.of(ProtectionMethod.ROUNDED, ProtectionMethod.CELL_KEY)) {
            Family retail = SyntheticCounty.family(
                    "retail", ReportKind.RETAIL_SUBMISSION, method, PeriodKind.MONTH, PeriodKind.QUARTER);
            SyntheticCounty county = new SyntheticCounty(3, 2, 6).report(retail, 400, FROM, 180);
            Request request = PlannerTest.request(LocalDate.of(2026, 7, 20));

            Draft one = Planner.plan(
                    request, county.ladder, List.of(retail), county.asOf(request.today()), List.of(), UNKNOWN);
            Draft two = Planner.plan(
                    request, county.ladder, List.of(retail), county.asOf(request.today()), List.of(), UNKNOWN);

            assertThat(one.heldBack()).isEmpty();
            assertThat(one.rows()).isNotEmpty().isEqualTo(two.rows());
            assertThat(one).isEqualTo(two);
        }
    }

    /** Late reports, withdrawals, reports across months and without a place, over a year of releases. */
    @Test
    void shouldReleaseMonthAfterMonthWithoutEverHoldingBack() {
        Family hate = SyntheticCounty.family(
                "hate", ReportKind.HATE_REFERRAL, ProtectionMethod.ROUNDED, PeriodKind.MONTH, PeriodKind.QUARTER);
        SyntheticCounty county = new SyntheticCounty(5, 2, 8).report(hate, 1_500, FROM, 300);
        List<ReleasedTrend> history = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2026, 2, 15); day.getYear() == 2026; day = day.plusMonths(1)) {
            Draft draft = Planner.plan(
                    PlannerTest.request(day), county.ladder, List.of(hate), county.asOf(day), history, UNKNOWN);

            assertThat(draft.heldBack()).as(day.toString()).isEmpty();
            history.addAll(draft.rows());
        }
        assertThat(history.stream().filter(row -> row.getIsFinal() && !row.getWithheld()))
                .hasSizeGreaterThan(100);
        assertThat(history.stream()
                        .map(row -> List.of(
                                row.getArea(),
                                row.getCategory(),
                                row.getPeriod(),
                                row.getFirstDay(),
                                row.getRevision())))
                .doesNotHaveDuplicates();
    }

    /** Sources are protected by themselves: what is released of one is the same whatever is released of another. */
    @Test
    void shouldReleaseRetailBesideHateAsIfEachWereAlone() {
        Family hate = SyntheticCounty.family(
                "hate", ReportKind.HATE_REFERRAL, ProtectionMethod.ROUNDED, PeriodKind.MONTH, PeriodKind.QUARTER);
        Family retail = SyntheticCounty.family(
                "retail", ReportKind.RETAIL_SUBMISSION, ProtectionMethod.ROUNDED, PeriodKind.MONTH, PeriodKind.QUARTER);
        SyntheticCounty county = new SyntheticCounty(3, 2, 2)
                .report(hate, 300, FROM, 180)
                .report(retail, 300, FROM, 180)
                .correct(20);
        List<ReleasedTrend> history = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2026, 2, 15); day.getMonthValue() < 8; day = day.plusMonths(1)) {
            Request request = PlannerTest.request(day);
            Counts counts = county.asOf(day);

            Draft both = Planner.plan(request, county.ladder, List.of(hate, retail), counts, history, UNKNOWN);

            assertThat(both.heldBack()).as(day.toString()).isEmpty();
            for (Family alone : List.of(hate, retail)) {
                assertThat(both.rows().stream().filter(row -> alone.categories().contains(row.getCategory())))
                        .isNotEmpty()
                        .containsExactlyElementsOf(
                                Planner.plan(request, county.ladder, List.of(alone), counts, history, UNKNOWN)
                                        .rows());
            }
            history.addAll(both.rows());
        }
        assertThat(history.stream().filter(row -> row.getIsFinal() && !row.getWithheld()))
                .isNotEmpty();
    }

    /** Least and greatest count of every area over all tables that would give the same rows. */
    private static Map<String, long[]> enumerate(Map<String, Long> released) {
        long[][] ranges = new long[AREAS.size()][];
        boolean[][] possible = new boolean[AREAS.size()][4 * HIGHEST + 1];
        for (int area = 0; area < AREAS.size(); area++) {
            for (int count = 0; count < possible[area].length; count++) {
                possible[area][count] = couldBe(released.get(AREAS.get(area)), count);
            }
        }
        for (int a = 0; a <= HIGHEST; a++) {
            for (int b = 0; b <= HIGHEST; b++) {
                for (int c = 0; c <= HIGHEST; c++) {
                    for (int d = 0; d <= HIGHEST; d++) {
                        add(ranges, possible, a, b, c, d, a + b, c + d, a + b + c + d);
                    }
                }
            }
        }
        Map<String, long[]> byArea = new HashMap<>();
        for (int area = 0; area < AREAS.size(); area++) {
            byArea.put(AREAS.get(area), ranges[area]);
        }
        return byArea;
    }

    private static void add(long[][] ranges, boolean[][] possible, int... point) {
        for (int area = 0; area < point.length; area++) {
            if (!possible[area][point[area]]) {
                return;
            }
        }
        for (int area = 0; area < point.length; area++) {
            long count = point[area];
            ranges[area] = ranges[area] == null
                    ? new long[] {count, count}
                    : new long[] {Math.min(ranges[area][0], count), Math.max(ranges[area][1], count)};
        }
    }

    private static boolean couldBe(Long value, int count) {
        Rounding rounding = new Rounding(5, 5);
        return value == null || (!rounding.hides(count, 0) && rounding.released(count, 0) == value);
    }
}
