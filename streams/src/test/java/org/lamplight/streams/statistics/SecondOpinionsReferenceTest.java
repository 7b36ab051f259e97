package org.lamplight.streams.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.streams.statistics.Reference.number;
import static org.lamplight.streams.statistics.Reference.whole;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lamplight.streams.statistics.Reference.Comparison;

/** The estimators that ours are compared with, and the measure of comparison, against independent software. */
class SecondOpinionsReferenceTest {

    @Test
    void shouldAgreeOnEars() {
        Map<String, double[]> series = series();
        Comparison limit = new Comparison("ears.csv upperbound");
        for (Map<String, String> row : Reference.rows("expected/ears.csv")) {
            double[] counts = series.get(row.get("series_id"));
            int week = (int) whole(row, "t") - 1;
            double ours = Ears.valueOf(row.get("method"))
                    .limit(counts, week, (int) whole(row, "baseline"), number(row, "min_sigma"));
            limit.add(ours, number(row, "upperbound"));
            if (!row.get("alarm").isEmpty()) {
                assertThat(counts[week] > ours)
                        .as("alarm of %s", row)
                        .isEqualTo(row.get("alarm").equals("1"));
            }
        }
        limit.shouldBeWithinAbsolute(1e-9);
    }

    @Test
    void shouldAgreeOnFarrington() {
        Map<String, double[]> series = series();
        Comparison expected = new Comparison("farrington_flexible.csv mu0");
        Comparison dispersion = new Comparison("farrington_flexible.csv phi");
        Comparison trend = new Comparison("farrington_flexible.csv trend_coef");
        Comparison p = new Comparison("farrington_flexible.csv p_value");
        Comparison limit = new Comparison("farrington_flexible.csv upperbound");
        List<Map<String, String>> rows = Reference.rows("expected/farrington_flexible.csv").stream()
                .filter(row -> row.get("threshold_method").equals("nbPlugin"))
                .toList();
        for (Map<String, String> row : rows) {
            long[] counts = longs(series.get(row.get("series_id")));
            Optional<Farrington> ours = Farrington.of(counts, (int) whole(row, "t") - 1, (int) whole(row, "b"));
            assertThat(ours.isPresent())
                    .as("a model of %s", row)
                    .isEqualTo(!row.get("mu0").isEmpty());
            ours.ifPresent(fit -> {
                expected.add(fit.expected(), number(row, "mu0"));
                dispersion.add(fit.dispersion(), number(row, "phi"));
                trend.add(fit.trend(), number(row, "trend_coef"));
                p.add(fit.p(), number(row, "p_value"));
                assertThat(fit.alarm())
                        .as("alarm of %s", row)
                        .isEqualTo(row.get("alarm").equals("1"));
                if (!row.get("upperbound").isEmpty()) {
                    limit.add((double) fit.limit(), number(row, "upperbound"));
                }
            });
        }
        expected.shouldBeWithinRelative(1e-4);
        dispersion.shouldBeWithinAbsolute(1e-3);
        trend.shouldBeWithinAbsolute(1e-6);
        p.shouldBeWithinAbsolute(1e-4);
        limit.shouldBeWithinAbsolute(0);
    }

    @Test
    void shouldLearnFromTheSameWeeksAndPeriodsAsFarrington() {
        Map<String, double[]> series = series();
        Reference.rows("expected/farrington_design_last_point.csv").stream()
                .collect(Collectors.groupingBy(row -> List.of(row.get("series_id"), row.get("eval_t"))))
                .values()
                .forEach(rows -> {
                    int week = (int) whole(rows.get(0), "eval_t") - 1;
                    int years = rows.size() > 150 ? 5 : 3;
                    int at = years * 52 + 3;
                    double[] past = Farrington.past(longs(series.get(rows.get(0).get("series_id"))), week, at);
                    assertThat(past).containsExactly(column(rows, "response"));
                    assertThat(week - at).isEqualTo((int) whole(rows.get(0), "row_t") - 1);
                    for (int i = 0; i < past.length; i++) {
                        assertThat(Farrington.period(i)).isEqualTo((int) whole(rows.get(i), "season_block") % 10);
                    }
                });
    }

    @Test
    void shouldAgreeOnPredictiveAccuracy() {
        Map<String, List<Map<String, String>>> cells =
                Reference.rows("inputs/pai_cells.csv").stream().collect(Collectors.groupingBy(row -> row.get("case")));
        Comparison area = new Comparison("pai.csv flagged_area");
        Comparison hits = new Comparison("pai.csv expected_hits, best_hits");
        Comparison rates = new Comparison("pai.csv hit_rate, pai, pei_star");
        for (Map<String, String> row : Reference.rows("expected/pai.csv")) {
            List<Map<String, String>> of = cells.get(row.get("case"));
            PredictiveAccuracy ours = PredictiveAccuracy.of(
                    column(of, "area"), column(of, "score"), column(of, "events"), number(row, "area_fraction"));
            area.add(ours.flaggedArea(), number(row, "flagged_area"));
            hits.add(ours.hits(), number(row, "expected_hits"));
            hits.add(ours.bestHits(), number(row, "best_hits_same_cells"));
            rates.add(ours.hitRate(), number(row, "hit_rate"));
            rates.add(ours.pai(), number(row, "pai"));
            rates.add(ours.peiStar(), number(row, "pei_star"));
        }
        area.shouldBeWithinAbsolute(1e-12);
        hits.shouldBeWithinAbsolute(1e-12);
        rates.shouldBeWithinAbsolute(1e-12);
    }

    private static Map<String, double[]> series() {
        return Reference.rows("inputs/series.csv").stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("series_id"),
                        Collectors.collectingAndThen(Collectors.toList(), rows -> column(rows, "count"))));
    }

    private static double[] column(List<Map<String, String>> rows, String column) {
        return rows.stream().mapToDouble(row -> number(row, column)).toArray();
    }

    private static long[] longs(double[] counts) {
        long[] whole = new long[counts.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = Math.round(counts[i]);
        }
        return whole;
    }
}
