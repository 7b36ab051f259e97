package org.lamplight.local.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lamplight.local.terminal.Table;
import org.lamplight.local.terminal.Table.Column;

class EvaluationPageTest {
    private final Map<String, String> row = new LinkedHashMap<>();

    @Test
    void shouldShowCountsEstimatesTheSentenceAndTheCaution() {
        row("outcome_set", "NORTHANTS_POSITIVE", "basis", "RECORDED");
        row("treated_before", "47", "treated_after", "174", "comparison_before", "54", "comparison_after", "69");
        row("ratio_of_ratios", "2.90", "ratio_low", "1.79", "ratio_high", "4.68");
        row("rate_difference", "0.0813", "rate_difference_low", "0.0041", "rate_difference_high", "0.1630");
        row("explanation", "It went up.", "caution", "Few counts.");

        assertThat(page(false))
                .containsExactly(
                        "pilot (retail): outcomes NORTHANTS_POSITIVE, basis RECORDED",
                        "  before: 2023-04-01 to 2024-03-31   after: 2024-04-01 to 2025-03-31",
                        "",
                        "              before  after  areas",
                        "  treated         47    174  North Northamptonshire",
                        "  comparison      54     69  West Northamptonshire",
                        "",
                        "                             estimate  95 % interval",
                        "  ratio of ratios                2.90  1.79 to 4.68",
                        "  difference in differences       112  75.65 to 148.35",
                        "  change of the rate           0.0813  0.0041 to 0.1630",
                        "  dispersion                     1.00",
                        "",
                        "  It went up.",
                        "  Caution: Few counts.",
                        "");
    }

    @Test
    void shouldSayWhyThereIsNoRatioAndShowTheBuffer() {
        row("treated_before", "0", "treated_after", "3", "comparison_before", "1", "comparison_after", "1");
        row("buffer", "Hatton Park", "buffer_before", "2", "buffer_after", "4");
        row("total_difference", "5", "total_low", "-1.20", "total_high", "11.20");

        assertThat(page(true))
                .contains(
                        "pilot (retail): reports",
                        "  buffer           2      4  Hatton Park",
                        "  ratio of ratios                none  a count is 0",
                        "  with the buffer                   5  -1.20 to 11.20")
                .noneMatch(line -> line.contains("Caution") || line.contains("change of the rate  "))
                .anyMatch(line -> line.startsWith("Ratio of ratios: by what factor"));
    }

    private List<String> page(boolean explain) {
        List<String> columns = List.of(
                ("evaluation category outcome_set basis treated comparison buffer before_from before_to after_from after_to"
                                + " treated_before treated_after comparison_before comparison_after buffer_before"
                                + " buffer_after ratio_of_ratios ratio_low ratio_high difference difference_low"
                                + " difference_high total_difference total_low total_high dispersion rate_difference"
                                + " rate_difference_low rate_difference_high trend_before_ratio trend_before_low"
                                + " trend_before_high explanation caution")
                        .split(" "));
        row("evaluation", "pilot", "category", "retail");
        row("treated", "North Northamptonshire", "comparison", "West Northamptonshire");
        row("before_from", "2023-04-01", "before_to", "2024-03-31");
        row("after_from", "2024-04-01", "after_to", "2025-03-31");
        row("difference", "112", "difference_low", "75.65", "difference_high", "148.35", "dispersion", "1.00");
        List<String> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(row.getOrDefault(column, "")));
        return new EvaluationPage(
                        new Table(
                                columns.stream()
                                        .map(name -> new Column(name, false))
                                        .toList(),
                                List.of(cells)),
                        explain)
                .lines();
    }

    private void row(String... columnsAndValues) {
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            row.put(columnsAndValues[i], columnsAndValues[i + 1]);
        }
    }
}
