package org.lamplight.streams.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DesignTest {

    @Test
    void shouldReadWholeMonths() {
        Months months = Months.parse("2023-12 .. 2024-02");

        assertThat(months.count()).isEqualTo(3);
        assertThat(months.firstDay()).isEqualTo("2023-12-01");
        assertThat(months.lastDay()).isEqualTo("2024-02-29");
        assertThat(months).hasToString("2023-12..2024-02");
        assertThat(Months.parse("2024-01..2024-01").count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2024-01", "2024-01..", "2024-13..2025-01", "2024-01-01..2024-02-01"})
    void shouldRefuseWhatAreNoWholeMonths(String text) {
        assertThatThrownBy(() -> Months.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("it must be whole months such as 2023-04..2024-03");
    }

    @Test
    void shouldRefuseMonthsThatRunBackwards() {
        assertThatThrownBy(() -> Months.parse("2024-02..2024-01"))
                .hasMessage("the last month must not come before the first");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pilot | retail | a | b | 2024-01..2024-02 | 2024-03..2024-04 | evaluations.Pilot is no name",
                "pilot | re/tail | a | b | 2024-01..2024-02 | 2024-03..2024-04 | evaluations.pilot.category is 're/tail'",
                "pilot | retail | a | a | 2024-01..2024-02 | 2024-03..2024-04 | evaluations.pilot names the area a twice",
                "pilot | retail | a | b | 2024-01..2024-02 | 2024-03..2024-05 | evaluations.pilot.before has 2 months and after has 3",
                "pilot | retail | a | b | 2024-01..2024-02 | 2024-02..2024-03 | evaluations.pilot.after begins with 2024-02, but before lasts until 2024-02",
                "pilot | retail | a | b | 2024-03..2024-04 | 2024-01..2024-02 | evaluations.pilot.after begins with 2024-01",
            })
    void shouldRefuseInASentenceThatNamesTheSetting(
            String name,
            String category,
            String treated,
            String comparison,
            String before,
            String after,
            String sentence) {
        assertThatThrownBy(() -> design(
                        name,
                        category,
                        List.of(treated),
                        List.of(comparison),
                        Months.parse(before),
                        Months.parse(after)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void shouldRefuseADesignWithoutAreas() {
        Months before = Months.parse("2024-01..2024-01");
        Months after = Months.parse("2024-02..2024-02");

        assertThatThrownBy(() -> design("pilot", "retail", List.of(), List.of("b"), before, after))
                .hasMessageContaining("evaluations.pilot.treated names no area");
        assertThatThrownBy(() -> design("pilot", "retail", List.of("a"), List.of(), before, after))
                .hasMessageContaining("evaluations.pilot.comparison names no area");
    }

    private static Design design(
            String name, String category, List<String> treated, List<String> comparison, Months before, Months after) {
        return new Design(name, category, new Measure.Reports(), treated, comparison, List.of(), before, after);
    }
}
