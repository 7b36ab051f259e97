package org.lamplight.release.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.release.plan.SyntheticCounty.COUNTY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.lamplight.schemas.Direction;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.schemas.ProtectionMethod;
import org.lamplight.schemas.ReleasedTrend;
import org.lamplight.schemas.ReportKind;

class PlannerTest {
    private static final LocalDate FROM = SyntheticCounty.FROM;
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
    private static final Family PLAIN =
            SyntheticCounty.family("plain", ReportKind.UNKNOWN, ProtectionMethod.ROUNDED, PeriodKind.MONTH);
    private static final Ladder LADDER = new SyntheticCounty(1, 2, 4).ladder;
    private static final Completeness UNKNOWN = (category, period) -> OptionalDouble.empty();

    @Test
    void shouldReleaseWardsWhereHalfOfThemAreSafeAndElseTheCouncilOnly() {
        Map<CellKey, Tally> counts = month(FROM, new long[][] {{12, 3, 21, 0}, {14, 1, 0, 2}});

        Draft draft = plan(counts, LocalDate.of(2026, 2, 14), List.of());

        assertThat(values(draft))
                .containsOnly(
                        "E06-00 35",
                        "E06-00-W00 10",
                        "E06-00-W01 withheld",
                        "E06-00-W02 20",
                        "E06-00-W03 withheld",
                        "E06-01 15",
                        "E23 55");
        assertThat(draft.decisions())
                .extracting(Decision::recipient, Decision::level)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("E06-00", Level.WARD),
                        org.assertj.core.groups.Tuple.tuple("E06-01", Level.COUNCIL),
                        org.assertj.core.groups.Tuple.tuple("E23", Level.COUNTY));
        assertThat(row(draft, "E06-01").getNote()).startsWith("Wards are not released");
    }

    @Test
    void shouldSayNothingOfACouncilWithFewReportsButAlwaysHaveARowOfTheForce() {
        Draft draft =
                plan(month(FROM, new long[][] {{1, 0, 0, 0}, {0, 2, 0, 0}}), LocalDate.of(2026, 2, 14), List.of());

        assertThat(values(draft)).containsOnly("E23 withheld");
        ReleasedTrend row = draft.rows().get(0);
        assertThat(row.getWithheld()).isTrue();
        assertThat(row.getCount()).isNull();
        assertThat(row.getRatePer1000()).isNull();
        assertThat(row.getDirection()).isNull();
    }

    @Test
    void shouldWithholdMoreWhereASmallCountCouldBeWorkedOut() {
        // Released as 10, 5 and 5, the council and two of its wards would leave two reports at most to the others
        Draft draft =
                plan(month(FROM, new long[][] {{5, 1, 6, 0}, {20, 20, 20, 20}}), LocalDate.of(2026, 2, 14), List.of());

        assertThat(draft.heldBack()).isEmpty();
        assertThat(draft.audit().figures().get("disclosures prevented")).isPositive();
        assertThat(draft.decisions().get(0).reasons()).containsKey("complementary");
    }

    /** Rows that nobody should have released: of seven reports at most, one ward has five at least. */
    @Test
    void shouldHoldBackABlockOfWhichEarlierReleasesTellTooMuchAndReleaseAllElse() {
        List<ReleasedTrend> history = plan(
                        month(FROM, new long[][] {{5, 5, 0, 0}, {9, 9, 9, 9}}), LocalDate.of(2026, 2, 14), List.of())
                .rows()
                .stream()
                .map(row ->
                        row.getArea().equals("E06-00") || row.getArea().equals("E06-00-W00") ? holding(row, 5L) : row)
                .collect(Collectors.toList());
        Map<CellKey, Tally> counts = month(FROM, new long[][] {{6, 1, 0, 0}, {9, 9, 9, 9}});
        counts.putAll(month(FEBRUARY, new long[][] {{9, 9, 9, 9}, {9, 9, 9, 9}}));

        Draft draft = plan(counts, LocalDate.of(2026, 5, 2), history);

        assertThat(draft.heldBack()).singleElement().asString().contains("plain", "month from 2026-01-01");
        Map<Boolean, List<ReleasedTrend>> ofJanuary = draft.rows().stream()
                .collect(Collectors.partitioningBy(row -> row.getFirstDay().equals(FROM)));
        assertThat(ofJanuary.get(true)).singleElement().satisfies(row -> {
            assertThat(row.getArea()).isEqualTo(COUNTY);
            assertThat(row.getWithheld()).isTrue();
            assertThat(row.getIsFinal()).isTrue();
        });
        assertThat(ofJanuary.get(false)).anyMatch(row -> row.getArea().equals("E06-00-W00") && !row.getWithheld());
        assertThat(draft.decisions())
                .filteredOn(decision -> decision.period().firstDay().equals(FROM))
                .hasSize(3)
                .allSatisfy(decision -> assertThat(decision.reasons()).containsOnlyKeys("held back"));

        history.addAll(draft.rows());
        assertThat(plan(counts, LocalDate.of(2026, 5, 3), history).rows())
                .as("tried again")
                .isEmpty();
    }

    @Test
    void shouldReleaseAPeriodOnceItHasSettledAndOnceMoreThirteenWeeksLater() {
        Map<CellKey, Tally> counts = month(FROM, new long[][] {{9, 9, 9, 9}, {9, 9, 9, 9}});
        List<ReleasedTrend> history = new ArrayList<>();

        assertThat(plan(counts, LocalDate.of(2026, 2, 13), history).rows()).isEmpty();
        Draft first = plan(counts, LocalDate.of(2026, 2, 14), history);
        history.addAll(first.rows());
        assertThat(first.rows()).allMatch(row -> row.getRevision() == 1 && !row.getIsFinal());
        assertThat(plan(counts, LocalDate.of(2026, 2, 15), history).rows()).isEmpty();
        Draft last = plan(counts, LocalDate.of(2026, 5, 2), history);
        assertThat(last.rows().stream().filter(row -> row.getFirstDay().equals(FROM)))
                .isNotEmpty()
                .allMatch(row -> row.getRevision() == 2 && row.getIsFinal());
        history.addAll(last.rows());
        assertThat(plan(counts, LocalDate.of(2026, 5, 3), history).rows()).isEmpty();
    }

    @Test
    void shouldReleaseAnOldPeriodForTheLastTimeAtOnce() {
        Draft draft =
                plan(month(FROM, new long[][] {{9, 9, 9, 9}, {9, 9, 9, 9}}), LocalDate.of(2026, 6, 14), List.of());

        assertThat(row(draft, COUNTY, FROM).getRevision()).isEqualTo(2);
        assertThat(row(draft, COUNTY, FROM).getIsFinal()).isTrue();
        assertThat(row(draft, COUNTY, FEBRUARY).getIsFinal()).isTrue();
        assertThat(row(draft, COUNTY, LocalDate.of(2026, 4, 1)).getIsFinal()).isFalse();
    }

    @Test
    void shouldComputeRateRatioAndDirectionFromReleasedCounts() {
        Map<CellKey, Tally> counts = new HashMap<>();
        for (int i = 0; i < 5; i++) {
            counts.putAll(month(FROM.plusMonths(i), new long[][] {{9, 9, 9, 9}, {9, 9, 9, 9}}));
        }
        counts.putAll(month(FROM.plusMonths(5), new long[][] {{9, 9, 9, 59}, {9, 9, 9, 9}}));

        ReleasedTrend row = row(plan(counts, LocalDate.of(2026, 7, 15), List.of()), COUNTY, LocalDate.of(2026, 6, 1));

        assertThat(row.getCount()).isEqualTo(120);
        assertThat(row.getRatePer1000()).isEqualTo(12);
        assertThat(row.getPreviousCount()).isEqualTo(70);
        assertThat(row.getRatio()).isEqualTo(120.0 / 70);
        assertThat(row.getDirection()).isEqualTo(Direction.RISING);
    }

    @Test
    void shouldTellCompletenessInTwentieths() {
        Draft draft = Planner.plan(
                request(LocalDate.of(2026, 2, 14)),
                LADDER,
                List.of(PLAIN),
                cell -> Tally.NONE,
                List.of(),
                (category, period) -> OptionalDouble.of(0.9312));

        assertThat(draft.rows().get(0).getCompleteness()).isEqualTo(0.95);
    }

    static Map<CellKey, Tally> month(LocalDate firstDay, long[][] councils) {
        Map<CellKey, Tally> counts = new HashMap<>();
        Period month = Period.of(PeriodKind.MONTH, firstDay);
        for (int council = 0; council < councils.length; council++) {
            for (int ward = 0; ward < councils[council].length; ward++) {
                String code = "E06-%02d".formatted(council);
                for (String area : List.of("E23", code, code + "-W%02d".formatted(ward))) {
                    long count = councils[council][ward];
                    counts.merge(
                            new CellKey(area, "plain", month),
                            new Tally(count, List.of(), 0),
                            (one, other) -> new Tally(one.reports() + other.reports(), List.of(), 0));
                }
            }
        }
        return counts;
    }

    static Request request(LocalDate today) {
        return new Request(today.toString(), today, 14, 0.5, new SecretKeySpec(new byte[32], "HmacSHA256"));
    }

    private static Draft plan(Map<CellKey, Tally> counts, LocalDate today, List<ReleasedTrend> history) {
        return Planner.plan(
                request(today),
                LADDER,
                List.of(PLAIN),
                cell -> counts.getOrDefault(cell, Tally.NONE),
                history,
                UNKNOWN);
    }

    private static List<String> values(Draft draft) {
        return draft.rows().stream()
                .map(row -> row.getArea() + " " + (row.getWithheld() ? "withheld" : row.getCount()))
                .collect(Collectors.toList());
    }

    private static ReleasedTrend holding(ReleasedTrend row, long count) {
        return ReleasedTrend.newBuilder(row).setCount(count).setWithheld(false).build();
    }

    private static ReleasedTrend row(Draft draft, String area) {
        return row(draft, area, FROM);
    }

    private static ReleasedTrend row(Draft draft, String area, LocalDate firstDay) {
        return draft.rows().stream()
                .filter(row -> row.getArea().equals(area) && row.getFirstDay().equals(firstDay))
                .findFirst()
                .orElseThrow();
    }
}
