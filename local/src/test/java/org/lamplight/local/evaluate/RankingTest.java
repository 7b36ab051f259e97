package org.lamplight.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.areas.Cells;
import org.lamplight.local.Progress;
import org.lamplight.local.SharedReference;
import org.lamplight.local.evaluate.Ranking.Settings;
import org.lamplight.local.terminal.Table;

class RankingTest {
    private static final Map<String, String> NAMES = Map.of(
            "last 4 weeks", "last_4_week_count",
            "Gi* 12 weeks", "gi_star_12wk",
            "all history", "all_history_count",
            "intensity", "decayed_kernel d=.985 w=1,.1,0",
            "intensity, wider", "decayed_kernel d=.985 w=1,.25,.05");

    @TempDir
    private Path folder;

    @Test
    void shouldCountTheHitsOfTheNextWeek() throws IOException {
        // A hundred cells around one; the same cell has an event in each of six weeks, another one in the last only.
        long[] cells = Cells.disk(Cells.at(52.3, -0.7, 8), 6);
        StringBuilder area = new StringBuilder("cell,area_km2\n");
        for (int i = 0; i < 100; i++) {
            area.append(Cells.name(cells[i])).append(",1\n");
        }
        Path places = Files.writeString(folder.resolve("cells.csv"), area);
        String always = Cells.name(cells[40]);
        StringBuilder events = new StringBuilder("week,cell,count\n");
        for (int week = 0; week < 6; week++) {
            events.append(week).append(',').append(always).append(",1\n");
        }
        events.append("5,").append(Cells.name(cells[90])).append(",1\n");
        Path happened = Files.writeString(folder.resolve("events.csv"), events);

        Table table = Ranking.of(places, happened, new Settings(2, 0, 1, 1)).table(Progress.NONE);

        assertThat(table.rows()).hasSize(12);
        assertThat(row(table, "1 %", "intensity").subList(2, 6)).containsExactly("0.6667", "66.67", "1.000", "+0.0000");
    }

    @Test
    void shouldRefuseCellsOutsideTheStudyArea() throws IOException {
        long cell = Cells.at(52.3, -0.7, 8);
        Path places = Files.write(folder.resolve("cells.csv"), List.of("cell,area_km2", Cells.name(cell) + ",1"));
        Path events = Files.write(
                folder.resolve("events.csv"),
                List.of("week,cell,count", "0," + Cells.name(Cells.ring(cell)[0]) + ",1"));

        assertThatThrownBy(() -> Ranking.of(places, events, new Settings(1, 0, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Row 2");
    }

    @ParameterizedTest
    @CsvSource({
        "memphis_robbery_r8, 25",
        "memphis_robbery_r9, 25",
        "houston_robbery_r9, 17",
        "nyc_vehicle_theft_r8, 104"
    })
    void shouldAgreeWithAnotherProgramOnPublicData(String name, int weeks) throws IOException {
        Table ours = Ranking.of(
                        SharedReference.file("inputs/pai_cells_" + name + ".csv"),
                        SharedReference.file("inputs/pai_events_" + name + ".csv"),
                        new Settings(weeks, 0, 1, 1))
                .table(Progress.NONE);
        Map<List<String>, Double> theirs =
                Files.readAllLines(SharedReference.file("expected/pai_baselines.csv")).stream()
                        .filter(line -> line.startsWith(name))
                        .map(line -> line.split(",(?=([^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                        .collect(Collectors.toMap(
                                values -> List.of(values[6].replace("\"", ""), values[7]),
                                values -> Double.parseDouble(values[8])));
        double worst = 0;
        for (List<String> row : ours.rows()) {
            if (NAMES.containsKey(row.get(1))) {
                double expected =
                        theirs.get(List.of(NAMES.get(row.get(1)), row.get(0).equals("1 %") ? "0.01" : "0.05"));
                worst = Math.max(worst, Math.abs(Double.parseDouble(row.get(2)) - expected));
            }
        }
        System.out.printf(
                "reference %-40s %6d values, worst absolute difference %.1e%n", name, 2 * NAMES.size(), worst);
        assertThat(worst).isCloseTo(0, within(0.0005));
    }

    private static List<String> row(Table table, String area, String rankedBy) {
        return table.rows().stream()
                .filter(row -> row.get(0).equals(area) && row.get(1).equals(rankedBy))
                .findFirst()
                .orElseThrow();
    }
}
