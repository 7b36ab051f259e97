package org.lamplight.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.schemas.Trend;

/** What is measured is worth measuring. */
class TrendBenchmarkTest {
    private static final int AREAS = 132;
    private static final int WEEKS = 53;

    private final TrendBenchmark benchmark = new TrendBenchmark();

    @BeforeEach
    void load() {
        benchmark.load = 20;
        benchmark.setUp();
    }

    @Test
    void shouldComputeTheTrendsOfTenCategories() {
        assertThat(benchmark.statistics()).hasSize(TrendBenchmark.CATEGORIES);
    }

    @Test
    void shouldFillTheColumnsOfTheNewestWeek() {
        List<Trend> rows = benchmark.newestRows();

        assertThat(rows)
                .hasSizeBetween(TrendBenchmark.CATEGORIES * AREAS * 3 / 4, TrendBenchmark.CATEGORIES * AREAS)
                .allSatisfy(row -> assertThat(row.getNowcastHigh()).isGreaterThanOrEqualTo((double) row.getObserved()));
        assertThat(rows.stream().map(Trend::getMinDetectableRatio)).anyMatch(Objects::nonNull);
        assertThat(rows).anyMatch(row -> row.getNowcastHigh() > row.getObserved());
    }

    @Test
    void shouldGiveEveryWeekARow() {
        assertThat(benchmark.allRows()).hasSize(WEEKS * benchmark.newestRows().size());
    }
}
