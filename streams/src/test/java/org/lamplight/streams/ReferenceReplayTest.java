package org.lamplight.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lamplight.streams.statistics.Reference.number;
import static org.lamplight.streams.statistics.Reference.rows;
import static org.lamplight.streams.statistics.Reference.whole;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lamplight.areas.Cells;
import org.lamplight.schemas.AlertStatus;
import org.lamplight.schemas.Hotspot;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.schemas.Report;
import org.lamplight.schemas.ReportAction;
import org.lamplight.schemas.SafetyConcern;
import org.lamplight.schemas.Topics;
import org.lamplight.schemas.Trend;
import org.lamplight.streams.Live.AsOf;
import org.lamplight.streams.statistics.Reference.Comparison;

/**
 * The synthetic reports of shared/reference, replayed through the topology by the data clock, give the counts and
 * intensities that independent programs computed.
 */
class ReferenceReplayTest {
    private static final String FORCE = "NORTHANTS";
    private static final String ALL = "ALL";
    private static final String FIRST_DAY = "2025-04-28";

    private static Map<String, Hotspot> hotspots;
    private static Map<String, Trend> trends;

    @BeforeAll
    static void replay() {
        List<Map<String, String>> reports = rows("inputs/synthetic_reports.csv");
        List<Map<String, String>> verdicts = rows("expected/report_verdicts.csv");
        try (Pipeline pipeline =
                new Pipeline(ReferenceAreas.book(), Instant.parse("2026-04-01T00:00:00Z"), AsOf.DATA)) {
            for (int row = 0; row < reports.size(); row++) {
                if (isReplayed(verdicts.get(row))) {
                    pipeline.send(concern(
                            reports.get(row),
                            verdicts.get(row),
                            reports.get(row).get("category")));
                    pipeline.send(concern(reports.get(row), verdicts.get(row), ALL));
                }
            }
            pipeline.settle();
            hotspots = pipeline.table(Topics.HOTSPOT);
            trends = pipeline.table(Topics.TREND);
        }
    }

    private static boolean isReplayed(Map<String, String> verdict) {
        return verdict.get("verdict").equals("ACCEPT") || verdict.get("verdict").equals("DELETE");
    }

    /** The reference knows no day before its first week, so a report from there is as good as withdrawn. */
    private static boolean isWithdrawn(Map<String, String> verdict) {
        return verdict.get("verdict").equals("DELETE")
                || verdict.get("local_date").compareTo(FIRST_DAY) < 0;
    }

    @AfterAll
    static void forget() {
        hotspots = null;
        trends = null;
    }

    @Test
    void shouldRankAndScoreTheTopHundredCells() {
        Set<LocalDate> asOf = hotspots.values().stream().map(Hotspot::getAsOf).collect(Collectors.toSet());
        assertThat(asOf).containsExactly(LocalDate.parse("2026-03-15"));
        double worst = 0;
        Map<String, List<Double>> intensities = new HashMap<>();
        for (Map<String, String> expected : rows("expected/hotspot_intensity_top100.csv")) {
            String category = expected.get("category").toLowerCase(Locale.ROOT);
            Hotspot actual = hotspots.get(FORCE + "/" + category + "/" + expected.get("cell"));
            double intensity = Double.parseDouble(expected.get("intensity"));
            worst = Math.max(worst, Math.abs(actual.getIntensity() / intensity - 1));
            intensities.computeIfAbsent(category, unseen -> new ArrayList<>()).add(intensity);
        }
        System.out.printf("reference intensity of 4 x 100 cells, worst relative difference %.1e%n", worst);
        assertThat(worst).isLessThan(1e-9);
        intensities.forEach((category, expected) -> assertThat(hotspots.values().stream()
                        .filter(row -> row.getCategory().equals(category) && row.getRank() != null)
                        .sorted((a, b) -> a.getRank() - b.getRank())
                        .map(Hotspot::getIntensity))
                .usingElementComparator((a, b) -> Math.abs(a / b - 1) < 1e-9 ? 0 : Double.compare(a, b))
                .containsExactlyElementsOf(expected));
    }

    @Test
    void shouldTestEveryCellForEmergence() {
        Comparison p = new Comparison("hotspot_emergence.csv p7, p28, p56");
        Comparison q = new Comparison("hotspot_emergence.csv p_adj, q_bh");
        for (Map<String, String> expected : rows("expected/hotspot_emergence.csv")) {
            Hotspot actual = hotspot(expected);
            p.add(actual.getEmergenceP7(), number(expected, "p7"));
            p.add(actual.getEmergenceP28(), number(expected, "p28"));
            p.add(actual.getEmergenceP56(), number(expected, "p56"));
            q.add(actual.getEmergenceP(), number(expected, "p_adj"));
            q.add(actual.getEmergenceQ(), number(expected, "q_bh"));
            assertThat(actual.getStatus() == AlertStatus.ALERT).isEqualTo(whole(expected, "alert") == 1);
            assertThat(actual.getStatus() == AlertStatus.WATCH || actual.getStatus() == AlertStatus.ALERT)
                    .isEqualTo(whole(expected, "watch") == 1);
            assertThat(actual.getExpected28())
                    .isCloseTo(
                            number(expected, "n28") * number(expected, "alpha28") / number(expected, "total28"),
                            within(1e-9));
        }
        p.shouldBeWithinRelative(1e-8);
        q.shouldBeWithinAbsolute(1e-8);
    }

    @Test
    void shouldScoreTheGatheringOfReportsInEveryCell() {
        Comparison z = new Comparison("gi_star_synthetic_reports.csv z");
        Comparison p = new Comparison("gi_star_synthetic_reports.csv p, q exact");
        for (Map<String, String> expected : rows("expected/gi_star_synthetic_reports.csv")) {
            Hotspot actual = hotspot(expected);
            if (actual == null) {
                // A cell that never had a report near it has no row.
                assertThat(whole(expected, "sum_disk")).isZero();
                continue;
            }
            assertThat(actual.getDiskCount28()).isEqualTo(whole(expected, "sum_disk"));
            z.add(actual.getGiZ(), number(expected, "z"));
            p.add(actual.getGiP(), number(expected, "p_exact_upper"));
            p.add(actual.getGiQ(), number(expected, "q_exact_bh"));
        }
        z.shouldBeWithinAbsolute(1e-9);
        p.shouldBeWithinAbsolute(1e-12);
    }

    private static Hotspot hotspot(Map<String, String> expected) {
        return hotspots.get(
                FORCE + "/" + expected.get("category").toLowerCase(Locale.ROOT) + "/" + expected.get("cell"));
    }

    @Test
    void shouldCountEveryWeekOfEveryArea() {
        Map<String, Long> expected = new HashMap<>();
        for (Map<String, String> row : rows("expected/area_week_counts.csv")) {
            expected.put(
                    row.get("area_code") + "/" + row.get("category").toLowerCase(Locale.ROOT) + "/WEEK/"
                            + row.get("week_start"),
                    Long.parseLong(row.get("count")));
        }

        Map<String, Long> actual = trends.entrySet().stream()
                .filter(row -> row.getValue().getPeriod() == PeriodKind.WEEK)
                .filter(row -> row.getValue().getObserved() > 0)
                .filter(row -> !row.getValue().getCategory().equals("all"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, row -> row.getValue().getObserved()));

        assertThat(actual).isEqualTo(expected);
    }

    /**
     * The reference learns how late reports come from the first version of each, also of the 24 that were withdrawn or moved
     * to another week later; the stream from those that stand. So completeness differs by up to 0.007, and what follows from it
     * a little; the dispersion does not, and no call does.
     */
    @Test
    void shouldSayOfEveryAreaWhatTheReferenceSays() {
        Comparison completeness = new Comparison("replayed trend completeness");
        Comparison dispersion = new Comparison("replayed trend phi");
        Comparison expected = new Comparison("replayed trend expected_adj");
        Comparison rise = new Comparison("replayed trend p_ge_adj");
        Comparison up = new Comparison("replayed trend p_rate_up_adj");
        for (Map<String, String> row : rows("expected/trend_synthetic_reports.csv")) {
            Trend ours = trends.get(row.get("area_code") + "/"
                    + row.get("category").toLowerCase(Locale.ROOT) + "/WEEK/" + row.get("week_start"));
            if (ours == null) {
                assertThat(row.get("observed") + row.get("prior_count")).isEqualTo("00");
                continue;
            }
            assertThat(ours.getStatus().name().replace("NONE", "OK")).isEqualTo(row.get("status"));
            assertThat(ours.getDirection().name()).isEqualTo(row.get("direction_adj"));
            completeness.add(ours.getCompleteness(), Double.parseDouble(row.get("completeness")));
            up.add(ours.getPUp(), Double.parseDouble(row.get("p_rate_up_adj")));
            if (ours.getExpected() != null) {
                dispersion.add(
                        1 + (ours.getDispersion() - 1) / ours.getCompleteness(), Double.parseDouble(row.get("phi")));
                expected.add(ours.getExpected(), Double.parseDouble(row.get("expected_adj")));
                rise.add(ours.getPRise(), Double.parseDouble(row.get("p_ge_adj")));
            }
        }
        completeness.shouldBeWithinAbsolute(0.007);
        dispersion.shouldBeWithinRelative(1e-9);
        expected.shouldBeWithinRelative(0.01);
        rise.shouldBeWithinAbsolute(0.01);
        up.shouldBeWithinAbsolute(0.01);
    }

    @Test
    void shouldCountTheLastDaysOfEveryCell() {
        Map<String, Long> expected = new HashMap<>();
        for (Map<String, String> row : rows("expected/cell_day_counts.csv")) {
            LocalDate day = LocalDate.parse(row.get("local_date"));
            if (day.isAfter(LocalDate.parse("2026-03-15").minusDays(56))
                    && day.isBefore(LocalDate.parse("2026-03-16"))) {
                expected.merge(
                        FORCE + "/" + row.get("category").toLowerCase(Locale.ROOT) + "/" + row.get("cell"),
                        Long.parseLong(row.get("count")),
                        Long::sum);
            }
        }

        Map<String, Long> actual = hotspots.entrySet().stream()
                .filter(row -> row.getValue().getCellCount56() > 0)
                .filter(row -> !row.getValue().getCategory().equals("all"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, row -> row.getValue().getCellCount56()));

        assertThat(actual).isEqualTo(expected);
    }

    /** The reports' points, as the middle of the cell that the reference places them in; {@code ALL} is a second feed. */
    private static SafetyConcern concern(Map<String, String> report, Map<String, String> verdict, String source) {
        boolean withdrawn = isWithdrawn(verdict);
        Report.Builder version = Report.newBuilder()
                .setSource(source.toLowerCase(Locale.ROOT))
                .setReportId(source + report.get("report_id"))
                .setAction(withdrawn ? ReportAction.WITHDRAW : ReportAction.SUBMIT)
                .setReceivedAt(Instant.parse(report.get("received_time")));
        if (!withdrawn) {
            Instant occurred = Instant.parse(report.get("event_time"));
            version.setOccurredFrom(occurred)
                    .setOccurredTo(occurred)
                    .setCell(Cells.name(Cells.centreChild(Cells.parse(verdict.get("cell")), Cells.RESOLUTION)));
        }
        return SafetyConcern.newBuilder().setReport(version.build()).build();
    }
}
