package org.lamplight.streams.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.streams.statistics.Reference.rows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.streams.ReferenceAreas;
import org.lamplight.streams.arrivals.Weeks;
import org.lamplight.streams.deltas.Series;
import org.lamplight.streams.rules.Delay;
import org.lamplight.streams.statistics.Reference.Comparison;

/** The trends of the synthetic reports are those that independent software computes from the same counts and delays. */
class TrendReferenceTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-03-15");
    private static final Map<String, SeriesCounts> SERIES = new HashMap<>();

    @BeforeAll
    static void count() {
        for (Map<String, String> row : rows("expected/area_week_counts.csv")) {
            series(row)
                    .add(
                            row.get("area_code"),
                            Weeks.of(LocalDate.parse(row.get("week_start"))),
                            Integer.parseInt(row.get("count")));
        }
        List<Map<String, String>> reports = rows("inputs/synthetic_reports.csv");
        List<Map<String, String>> verdicts = rows("expected/report_verdicts.csv");
        Set<String> seen = new HashSet<>();
        for (int row = 0; row < reports.size(); row++) {
            if (verdicts.get(row).get("verdict").equals("ACCEPT")
                    && seen.add(reports.get(row).get("report_id"))) {
                Period week = new Period(
                        PeriodKind.WEEK, LocalDate.parse(verdicts.get(row).get("week_start")));
                Instant received = Instant.parse(reports.get(row).get("received_time"));
                series(reports.get(row)).arrivals().add(Weeks.of(week.firstDay()), Delay.days(week, received), 1);
            }
        }
    }

    private static SeriesCounts series(Map<String, String> row) {
        return SERIES.computeIfAbsent(
                row.get("category"), category -> new SeriesCounts(new Series(ReferenceAreas.FORCE, category)));
    }

    @Test
    void shouldAgreeOnDelays() {
        Comparison cdf = new Comparison("delay_cdf_synthetic.csv cdf");
        for (Map<String, String> row : rows("expected/delay_cdf_synthetic.csv")) {
            cdf.add(
                    series(row)
                            .arrivals()
                            .distribution(AS_OF)
                            .completeness(Integer.parseInt(row.get("days_after_week_end"))),
                    Double.parseDouble(row.get("cdf")));
        }
        cdf.shouldBeWithinAbsolute(1e-12);
    }

    @Test
    void shouldAgreeOnTrends() {
        Comparison expected = new Comparison("trend_synthetic_reports.csv expected_adj");
        Comparison dispersion = new Comparison("trend_synthetic_reports.csv phi_adj");
        Comparison rise = new Comparison("trend_synthetic_reports.csv p_ge_adj");
        Comparison up = new Comparison("trend_synthetic_reports.csv p_rate_up_adj");
        Levels levels = Levels.of(ReferenceAreas.book());
        Map<String, SeriesTrend> trends = new HashMap<>();
        int labels = 0;
        for (Map<String, String> row : rows("expected/trend_synthetic_reports.csv")) {
            SeriesTrend trend = trends.computeIfAbsent(
                    row.get("category"), category -> new SeriesTrend(levels, series(row), AS_OF, AS_OF));
            int week = Weeks.of(LocalDate.parse(row.get("week_start")));
            var ours = trend.statistics(row.get("area_code"), week);
            if (ours.isEmpty()) {
                assertThat(row.get("observed") + row.get("prior_count")).isEqualTo("00");
                continue;
            }
            WeekStatistics statistics = ours.orElseThrow();
            WeekStatistics.Test test = statistics.test().orElseThrow();
            RateChange change = test.change().orElseThrow();
            assertThat(statistics.observed()).isEqualTo(Long.parseLong(row.get("observed")));
            assertThat(test.status().name().replace("NONE", "OK")).isEqualTo(row.get("status"));
            assertThat(change.direction().name()).isEqualTo(row.get("direction_adj"));
            labels++;
            up.add(change.pUp(), Double.parseDouble(row.get("p_rate_up_adj")));
            dispersion.add(statistics.dispersion(), Double.parseDouble(row.get("phi_adj")));
            if (statistics.past().isPresent()) {
                expected.add(
                        statistics.past().orElseThrow().expected(statistics.exposure()),
                        Double.parseDouble(row.get("expected_adj")));
                rise.add(test.pRise(), Double.parseDouble(row.get("p_ge_adj")));
            } else {
                assertThat(row.get("expected_adj")).isEqualTo("0");
            }
        }
        System.out.printf(
                "reference %-40s %6d rows, status and direction equal%n", "trend_synthetic_reports.csv", labels);
        expected.shouldBeWithinRelative(1e-9);
        dispersion.shouldBeWithinRelative(1e-9);
        rise.shouldBeWithinRelative(1e-9);
        up.shouldBeWithinRelative(1e-9);
    }
}
