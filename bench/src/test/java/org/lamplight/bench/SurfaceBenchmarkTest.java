package org.lamplight.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lamplight.streams.surface.Snapshot;

/** What is measured is worth measuring. */
class SurfaceBenchmarkTest {
    private static final int CELLS = 3595;
    private static final int LONGEST = Snapshot.WINDOWS.size() - 1;

    private final SurfaceBenchmark benchmark = new SurfaceBenchmark();
    private final SurfaceBenchmark.Load load = load();

    private static SurfaceBenchmark.Load load() {
        SurfaceBenchmark.Load load = new SurfaceBenchmark.Load();
        load.load = "8/60";
        load.setUp();
        return load;
    }

    @Test
    void shouldComputeASurfaceOfTwoYears() {
        SurfaceBenchmark.Fresh fresh = new SurfaceBenchmark.Fresh();
        fresh.setUp(load);

        Snapshot snapshot = benchmark.fromScratch(fresh);

        assertThat(reports(snapshot)).isBetween(400, 560);
        assertThat(IntStream.range(0, CELLS).filter(snapshot::isHot)).isNotEmpty();
        assertThat(IntStream.range(0, CELLS).filter(cell -> snapshot.emergenceP(cell) < 1))
                .hasSizeGreaterThan(100);
    }

    @Test
    void shouldComputeAfterOneReport() {
        SurfaceBenchmark.OneMore more = new SurfaceBenchmark.OneMore();
        more.setUp(load);
        int before = reports(benchmark.afterOneReport(more));

        more.report();

        assertThat(reports(benchmark.afterOneReport(more))).isEqualTo(before + 1);
    }

    @Test
    void shouldComputeOnANewDay() {
        SurfaceBenchmark.NewDay newDay = new SurfaceBenchmark.NewDay();
        newDay.dayBegins(load);
        int first = benchmark.onANewDay(newDay).asOf();
        newDay.dayBegins(load);

        assertThat(benchmark.onANewDay(newDay).asOf()).isEqualTo(first + 1);
    }

    private static int reports(Snapshot snapshot) {
        return IntStream.range(0, CELLS)
                .map(cell -> snapshot.cellCount(LONGEST, cell))
                .sum();
    }
}
