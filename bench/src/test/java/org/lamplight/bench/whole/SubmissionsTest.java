package org.lamplight.bench.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.areas.Cells;
import org.lamplight.bench.ingest.RetailFile;
import org.lamplight.bench.whole.Submissions.Batch;

class SubmissionsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-14");
    private static final int RATE = 50;
    private static final int NUMBER = 0;
    private static final int FROM = 3;
    private static final int STORE = 5;

    private final Submissions submissions = new Submissions();

    @Test
    void shouldPutTheSampleAloneIntoItsCell() {
        for (int second = 0; second < 20; second++) {
            Batch batch = submissions.batch(RATE, DAY);

            List<String[]> inCell = values(batch.rows())
                    .filter(row -> isInSampledCell(row[STORE]))
                    .toList();
            assertThat(batch.rows()).hasSize(RATE);
            assertThat(inCell)
                    .singleElement()
                    .satisfies(row -> assertThat(row[NUMBER]).isEqualTo(batch.sample()));
        }
    }

    @Test
    void shouldNumberEveryReportAnew() {
        List<String> first = submissions.batch(RATE, DAY).rows();
        List<String> second = submissions.batch(RATE, DAY).rows();

        assertThat(values(Stream.concat(first.stream(), second.stream()).toList())
                        .map(row -> row[NUMBER]))
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldSayHowManyHappenedOnEachDay(@TempDir Path directory) throws IOException {
        Map<LocalDate, Integer> counts = submissions.write(directory, 3_000, DAY, 100);

        Map<LocalDate, Integer> written = new TreeMap<>();
        values(rows(directory))
                .forEach(row -> written.merge(
                        LocalDate.parse(row[FROM], DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm")), 1, Integer::sum));
        counts.values().removeIf(reports -> reports == 0);
        assertThat(written).isEqualTo(counts);
        Counts come = Counts.of(counts, DAY.plusDays(1));
        assertThat(come.incidents())
                .isEqualTo(come.inMonths())
                .isEqualTo(rows(directory).size());
        assertThat(come.months().keySet()).contains(YearMonth.of(2025, 12), YearMonth.of(2026, 3));
        assertThat(come.recent())
                .isEqualTo(written.entrySet().stream()
                        .filter(day -> day.getKey().isAfter(DAY.minusDays(55)))
                        .mapToInt(Map.Entry::getValue)
                        .sum());
    }

    private boolean isInSampledCell(String cell) {
        long sampled = Cells.parse(submissions.sampledCell());
        return Cells.parent(Cells.parse(cell), Cells.resolution(sampled)) == sampled;
    }

    private static Stream<String[]> values(List<String> rows) {
        return rows.stream().map(row -> row.split(";", -1));
    }

    private static List<String> rows(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.flatMap(SubmissionsTest::rowsOf).toList();
        }
    }

    private static Stream<String> rowsOf(Path file) {
        try {
            return Files.readAllLines(file, RetailFile.CHARSET).stream().skip(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
