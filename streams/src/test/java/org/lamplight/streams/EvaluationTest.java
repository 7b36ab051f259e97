package org.lamplight.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.lamplight.streams.Reports.HEMMINGWELL;
import static org.lamplight.streams.Reports.NORTHAMPTON;
import static org.lamplight.streams.Reports.concern;
import static org.lamplight.streams.Reports.local;
import static org.lamplight.streams.Reports.report;
import static org.lamplight.streams.Reports.submission;
import static org.lamplight.streams.Reports.withdrawal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lamplight.areas.AreaBook;
import org.lamplight.schemas.CohortBasis;
import org.lamplight.schemas.Evaluation;
import org.lamplight.schemas.Topics;
import org.lamplight.streams.Live.AsOf;
import org.lamplight.streams.evaluation.Design;
import org.lamplight.streams.evaluation.Measure;
import org.lamplight.streams.evaluation.Measure.Outcomes;
import org.lamplight.streams.evaluation.Months;
import org.lamplight.streams.rules.OutcomeSet;

/** Evaluations through the whole topology. */
class EvaluationTest {
    private static final AreaBook BOOK = AreaBook.northamptonshire();
    private static final String NORTH = "E06000061";
    private static final String WEST = "E06000062";
    private static final String ZONE = "zone-hemmingwell";
    private static final String WARD = BOOK.wardOf(HEMMINGWELL).orElseThrow().code();
    /** In the ward of Hemmingwell, but not in the zone. */
    private static final long NEARBY = Arrays.stream(BOOK.cellsOf(WARD, 10))
            .filter(cell ->
                    BOOK.areasOf(cell).stream().noneMatch(area -> area.code().equals(ZONE)))
            .findFirst()
            .orElseThrow();

    private Pipeline pipeline;
    private int sent;

    @AfterEach
    void close() {
        if (pipeline != null) {
            pipeline.close();
        }
    }

    @Test
    void shouldFindTheRetailPilot() {
        open("2025-07-01T12:00", pilot(CohortBasis.ASSIGNED));
        close(47, "2023-04", 12, HEMMINGWELL);
        close(174, "2024-04", 12, HEMMINGWELL);
        close(54, "2023-04", 12, NORTHAMPTON);
        close(69, "2024-04", 12, NORTHAMPTON);

        pipeline.settle();

        Evaluation row = row("retail/pilot");
        assertThat(row.getTreatedBefore()).isEqualTo(47);
        assertThat(row.getTreatedAfter()).isEqualTo(174);
        assertThat(row.getComparisonBefore()).isEqualTo(54);
        assertThat(row.getComparisonAfter()).isEqualTo(69);
        assertThat(row.getDispersion()).isEqualTo(1);
        assertThat(row.getRatioOfRatios()).isCloseTo(2.90, within(0.005));
        assertThat(row.getRatioLow()).isCloseTo(1.79, within(0.005));
        assertThat(row.getRatioHigh()).isCloseTo(4.68, within(0.005));
        assertThat(row.getDifference()).isEqualTo(112);
        assertThat(row.getDifferenceLow()).isCloseTo(112 - 1.96 * Math.sqrt(344), within(0.01));
        assertThat(row.getDifferenceHigh()).isCloseTo(112 + 1.96 * Math.sqrt(344), within(0.01));
        assertThat(row.getTrendBeforeLow()).isLessThan(1);
        assertThat(row.getTrendBeforeHigh()).isGreaterThan(1);
        assertThat(row.getOutcomeSet()).isEqualTo("NORTHANTS_POSITIVE");
        assertThat(row.getBasis()).isEqualTo("ASSIGNED");
        assertThat(row.getTreatedRateAfter()).isEqualTo(1);
        assertThat(row.getRateDifference()).isNull();
        assertThat(row.getTotalDifference()).isNull();
        assertThat(row.getExplanation())
                .isEqualTo("Positive outcomes in North Northamptonshire went from 47 to 174, in West Northamptonshire"
                        + " went from 54 to 69: 2.90 times the change there (95 % interval 1.79 to 4.68).");
        assertThat(row.getCaution()).isNull();
    }

    @Test
    void shouldCompareTheRatesOfWhatWasRecordedOnceItsOutcomesHadTime() {
        open("2025-06-28T12:00", pilot(CohortBasis.RECORDED));
        close(9, "2023-05", 1, HEMMINGWELL);
        record(122, "2023-05", HEMMINGWELL);
        close(18, "2025-03", 1, HEMMINGWELL);
        record(102, "2025-03", HEMMINGWELL);
        close(20, "2023-05", 1, NORTHAMPTON);
        close(20, "2025-03", 1, NORTHAMPTON);

        pipeline.settle();

        Evaluation row = row("retail/pilot");
        assertThat(row.getTreatedRateBefore()).isCloseTo(9 / 131.0, within(1e-12));
        assertThat(row.getTreatedRateAfter()).isCloseTo(18 / 120.0, within(1e-12));
        assertThat(row.getRateDifference()).isCloseTo(0.081, within(0.0005));
        assertThat(row.getRateDifferenceLow()).isCloseTo(0.004, within(0.0005));
        assertThat(row.getRateDifferenceHigh()).isCloseTo(0.163, within(0.0005));
        assertThat(row.getRateDifferenceP()).isBetween(0.03, 0.07);
        assertThat(row.getExplanation())
                .endsWith("Their rate went from 6.9 % to 15.0 %, by 8.1 points (95 % interval 0.4 to 16.3).");
        assertThat(row.getCaution())
                .isEqualTo("Outcomes take time: those of the time after can be compared from 2025-06-29 on."
                        + " Few counts: chance alone moves them much.");

        pipeline.advance(Duration.ofDays(1));

        assertThat(row("retail/pilot").getCaution()).isEqualTo("Few counts: chance alone moves them much.");
    }

    @Test
    void shouldCountAReportOnceTreatedBeforeBufferBeforeComparison() {
        open("2026-03-01T12:00", reports("hemmingwell", List.of(ZONE), List.of(NORTH), List.of(WARD)));
        concerns(2, "2025-12-10", HEMMINGWELL);
        concerns(1, "2026-02-10", HEMMINGWELL);
        concerns(3, "2025-12-10", NEARBY);
        concerns(7, "2026-02-10", NEARBY);
        concerns(4, "2026-02-10", NORTHAMPTON);

        pipeline.settle();

        Evaluation row = row("streetsafe/hemmingwell");
        assertThat(row.getTreatedBefore()).isEqualTo(2);
        assertThat(row.getTreatedAfter()).isEqualTo(1);
        assertThat(row.getBufferBefore()).isEqualTo(3);
        assertThat(row.getBufferAfter()).isEqualTo(7);
        assertThat(row.getComparisonBefore()).isZero();
        assertThat(row.getComparisonAfter()).isZero();
        assertThat(row.getDifference()).isEqualTo(-1);
        assertThat(row.getBufferDifference()).isEqualTo(4);
        assertThat(row.getTotalDifference()).isEqualTo(3);
        double half = 1.96 * Math.sqrt((2 + 1 + 3 + 7) * row.getDispersion());
        assertThat(row.getTotalLow()).isCloseTo(3 - half, within(0.001));
        assertThat(row.getTotalHigh()).isCloseTo(3 + half, within(0.001));
        assertThat(row.getCaution())
                .isEqualTo("Few counts: chance alone moves them much."
                        + " The areas differ much in size: trust the ratio, not the differences.");
    }

    @Test
    void shouldHaveNoRatioWhereACountIsZero() {
        open("2026-03-01T12:00", reports("hemmingwell", List.of(ZONE), List.of(WEST), List.of()));
        concerns(3, "2026-02-10", HEMMINGWELL);

        pipeline.settle();

        Evaluation row = row("streetsafe/hemmingwell");
        assertThat(row.getRatioOfRatios()).isNull();
        assertThat(row.getRatioLow()).isNull();
        assertThat(row.getTrendBeforeRatio()).isNull();
        assertThat(row.getTreatedRateBefore()).isNull();
        assertThat(row.getBasis()).isNull();
        assertThat(row.toString()).doesNotContain("NaN", "Infinity");
        assertThat(row.getExplanation())
                .isEqualTo("Reports in Hemmingwell went from 0 to 3, in West Northamptonshire stayed at 0:"
                        + " a difference of 3 (95 % interval -3 to 9), which may be chance.");
    }

    @Test
    void shouldSayThatTheTimeAfterIsNotOverUntilItIs() {
        open("2026-02-28T12:00", reports("hemmingwell", List.of(ZONE), List.of(WEST), List.of()));
        concerns(30, "2025-12-10", HEMMINGWELL);
        concerns(30, "2026-02-10", HEMMINGWELL);
        concerns(30, "2025-12-10", NORTHAMPTON);
        concerns(30, "2026-02-10", NORTHAMPTON);
        pipeline.settle();
        assertThat(row("streetsafe/hemmingwell").getCaution())
                .isEqualTo("The time after is not over: it ends on 2026-02-28.");

        pipeline.advance(Duration.ofDays(1));

        assertThat(row("streetsafe/hemmingwell").getCaution()).isNull();
    }

    @Test
    void shouldSayThatAreasWereNotAlikeEvenBefore() {
        open("2026-03-01T12:00", reports("hemmingwell", List.of(ZONE), List.of(WEST), List.of()));
        concerns(40, "2025-11-10", HEMMINGWELL);
        concerns(20, "2025-12-10", HEMMINGWELL);
        concerns(20, "2025-11-10", NORTHAMPTON);
        concerns(80, "2025-12-10", NORTHAMPTON);
        concerns(50, "2026-01-10", HEMMINGWELL);
        concerns(50, "2026-01-10", NORTHAMPTON);

        pipeline.settle();

        Evaluation row = row("streetsafe/hemmingwell");
        assertThat(row.getTrendBeforeRatio()).isCloseTo(20.0 / 40 / (80.0 / 20), within(1e-12));
        double half = 1.96 * Math.sqrt(1 / 40.0 + 1 / 20.0 + 1 / 20.0 + 1 / 80.0);
        assertThat(Math.log(row.getTrendBeforeHigh() / row.getTrendBeforeRatio()))
                .isCloseTo(half, within(0.0001));
        assertThat(row.getCaution())
                .isEqualTo("Not alike even before: within the time before, the treated areas' counts changed 0.13 times"
                        + " as much (95 % interval 0.06 to 0.26).");
    }

    @Test
    void shouldWidenTheLimitsWhereMonthsVaryMoreThanChance() {
        open("2026-03-01T12:00", reports("hemmingwell", List.of(ZONE), List.of(WEST), List.of()));
        for (long cell : List.of(HEMMINGWELL, NORTHAMPTON)) {
            concerns(5, "2025-11-10", cell);
            concerns(15, "2025-12-10", cell);
            concerns(15, "2026-01-10", cell);
            concerns(5, "2026-02-10", cell);
        }

        pipeline.settle();

        // In each of the four series (25 + 25) / 10 with one degree of freedom.
        Evaluation row = row("streetsafe/hemmingwell");
        assertThat(row.getDispersion()).isCloseTo(5, within(1e-12));
        assertThat(row.getRatioOfRatios()).isCloseTo(1, within(1e-12));
        assertThat(Math.log(row.getRatioHigh())).isCloseTo(1.96 * Math.sqrt(4 / 20.0 * 5), within(0.0001));
        assertThat(row.getDifferenceHigh()).isCloseTo(1.96 * Math.sqrt(80 * 5), within(0.001));
        assertThat(row.getExplanation()).endsWith(", which may be chance.");
    }

    @Test
    void shouldHaveNoRowWhileNothingIsCountedAndTakeItBack() {
        open("2026-03-01T12:00", reports("hemmingwell", List.of(ZONE), List.of(WEST), List.of()));
        pipeline.settle();
        assertThat(pipeline.rows(Topics.EVALUATION)).isEmpty();
        concerns(1, "2026-02-10", HEMMINGWELL);
        pipeline.settle();
        assertThat(pipeline.table(Topics.EVALUATION)).containsOnlyKeys("streetsafe/hemmingwell");

        pipeline.send(concern(withdrawal("streetsafe", "1", null, "2026-02-20T11:00")));
        pipeline.settle();

        assertThat(pipeline.table(Topics.EVALUATION)).isEmpty();
    }

    @Test
    void shouldSendNothingForReportsOfOtherTimesAndPlaces() {
        open("2026-03-01T12:00", reports("hemmingwell", List.of(ZONE), List.of(WEST), List.of()));
        concerns(1, "2026-02-10", HEMMINGWELL);
        pipeline.settle();
        pipeline.rows(Topics.EVALUATION);

        concerns(1, "2025-10-31", HEMMINGWELL);
        concerns(1, "2026-02-10", NEARBY);
        record(1, "2026-02", HEMMINGWELL);
        pipeline.settle();

        assertThat(pipeline.rows(Topics.EVALUATION)).isEmpty();
    }

    @Test
    void shouldSayThatRetailCountsFollowReporting() {
        open(
                "2026-03-01T12:00",
                new Design(
                        "shops",
                        "retail",
                        new Measure.Reports(),
                        List.of(NORTH),
                        List.of(WEST),
                        List.of(),
                        Months.parse("2025-11..2025-11"),
                        Months.parse("2026-02..2026-02")));
        record(12, "2025-11", HEMMINGWELL);
        record(12, "2026-02", HEMMINGWELL);
        record(12, "2025-11", NORTHAMPTON);
        record(12, "2026-02", NORTHAMPTON);

        pipeline.settle();

        assertThat(row("retail/shops").getCaution()).isEqualTo("Retail counts follow how many shops report.");
    }

    @Test
    void shouldRefuseAnAreaThatTheBookDoesNotHave() {
        Design design = reports("hemmingwell", List.of("zone-atlantis"), List.of(WEST), List.of());

        assertThatThrownBy(() -> open("2026-03-01T12:00", design))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("evaluations.hemmingwell names the area zone-atlantis, which the area book does not have.");
    }

    private void open(String now, Design design) {
        pipeline = new Pipeline(BOOK, local(now), AsOf.WALL, List.of(design));
    }

    private static Design pilot(CohortBasis basis) {
        return new Design(
                "pilot",
                "retail",
                new Outcomes(OutcomeSet.NORTHANTS_POSITIVE, basis),
                List.of(NORTH),
                List.of(WEST),
                List.of(),
                Months.parse("2023-04..2024-03"),
                Months.parse("2024-04..2025-03"));
    }

    private static Design reports(String name, List<String> treated, List<String> comparison, List<String> buffer) {
        return new Design(
                name,
                "streetsafe",
                new Measure.Reports(),
                treated,
                comparison,
                buffer,
                Months.parse("2025-11..2025-12"),
                Months.parse("2026-01..2026-02"));
    }

    private void concerns(int count, String day, long cell) {
        for (int i = 0; i < count; i++) {
            pipeline.send(
                    concern(report("streetsafe", id(), day + "T10:00", cell).build()));
        }
    }

    /** Submissions of a month, without an outcome. */
    private void record(int count, String month, long cell) {
        for (int i = 0; i < count; i++) {
            pipeline.send(
                    submission(report("retail", id(), month + "-10T10:00", cell).build())
                            .build());
        }
    }

    /** Submissions that were charged the next day, spread over some months. */
    private void close(int count, String firstMonth, int months, long cell) {
        for (int i = 0; i < count; i++) {
            LocalDate day = LocalDate.parse(firstMonth + "-10").plusMonths(i % months);
            pipeline.send(
                    submission(report("retail", id(), day + "T10:00", cell).build())
                            .setOutcomeType("1")
                            .setOutcomeOn(day.plusDays(1))
                            .build());
        }
    }

    private String id() {
        sent++;
        return Integer.toString(sent);
    }

    private Evaluation row(String key) {
        return pipeline.table(Topics.EVALUATION).get(key);
    }
}
