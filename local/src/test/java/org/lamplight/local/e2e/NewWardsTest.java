package org.lamplight.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.AreaKind;
import org.lamplight.areas.Cells;
import org.lamplight.local.demo.LoadPlan;

/**
 * Reports are counted, and then the wards change. After a restart with the new area book every table must be as if
 * everything had always been counted by it.
 */
class NewWardsTest {
    private static final long ROWS = 400;
    private static final int ROWS_PER_FILE = 100;
    private static final int VINTAGE = 2029;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration QUIET = Duration.ofSeconds(3);

    @TempDir
    Path directory;

    @Test
    void shouldCountTheWholeHistoryByTheNewWards() throws IOException {
        AreaBook book = AreaBook.northamptonshire();
        Path newBook = directory.resolve("new.areas.gz");
        redrawn(book).write(newBook);
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        List<LoadPlan> plans =
                List.of(LoadPlan.retail(ROWS, 1, book, today), LoadPlan.helpline(ROWS / 4, 2, book, today));

        try (RunningPlatform before = start("moved", "")) {
            hand(plans, before);
            assertThat(wards(before)).isNotEmpty().noneMatch(code -> code.startsWith("NEW"));
        }
        try (RunningPlatform moved = start("moved", "area-book = \"" + newBook + "\"\n");
                RunningPlatform always = start("always", "area-book = \"" + newBook + "\"\n")) {
            hand(plans, always);

            await().atMost(PATIENCE).during(QUIET).untilAsserted(() -> {
                Map<String, List<String>> expected = TableContents.of(always);
                assertThat(expected.get("incident")).hasSizeGreaterThan(50);
                assertThat(TableContents.differences(TableContents.of(moved), expected))
                        .isEmpty();
            });
            assertThat(wards(moved)).isNotEmpty().allMatch(code -> code.startsWith("NEW"));
        }
    }

    /** Each ward of the newest vintage becomes two; the older wards are forgotten. */
    private static AreaBook redrawn(AreaBook book) {
        Map<Area, Set<Long>> cells = new HashMap<>();
        int newest = book.areas().stream().mapToInt(Area::vintage).max().orElseThrow();
        for (Area area : book.areas()) {
            if (area.kind() != AreaKind.WARD) {
                cells.put(area, cells(book, area));
            } else if (area.vintage() == newest) {
                double middle = cells(book, area).stream()
                        .mapToDouble(cell -> Cells.centre(cell).lat)
                        .average()
                        .orElseThrow();
                for (long cell : cells(book, area)) {
                    Area half = half(area, Cells.centre(cell).lat > middle ? "N" : "S");
                    cells.computeIfAbsent(half, unseen -> new HashSet<>()).add(cell);
                }
            }
        }
        return AreaBook.of(book.attribution(), cells);
    }

    private static Area half(Area ward, String side) {
        return new Area(
                "NEW" + side + ward.code(),
                ward.name() + " " + side,
                AreaKind.WARD,
                VINTAGE,
                Optional.of(ward.parent().orElseThrow()),
                OptionalLong.of(1_000));
    }

    private static Set<Long> cells(AreaBook book, Area area) {
        Set<Long> cells = new HashSet<>();
        LongStream.of(book.cellsOf(area.code(), Cells.RESOLUTION)).forEach(cells::add);
        return cells;
    }

    private RunningPlatform start(String name, String settings) throws IOException {
        Path home = directory.resolve(name);
        Path secrets = Files.createDirectories(home.resolve("data/secrets"));
        Files.writeString(secrets.resolve("pseudonym.key"), "the same key for both");
        return new RunningPlatform(home, settings + "streams.drift-interval = 2 s");
    }

    private static void hand(List<LoadPlan> plans, RunningPlatform lamplight) {
        plans.forEach(plan -> plan.write(lamplight.inbox("retail").getParent(), ROWS_PER_FILE));
        long rows = plans.stream().mapToLong(LoadPlan::rows).sum();
        await().atMost(PATIENCE)
                .until(
                        () -> lamplight.value(
                                "select coalesce(sum(accepted + superseded + rejected), 0) from lamplight.feed_health"),
                        Long.toString(rows)::equals);
        await().atMost(PATIENCE)
                .until(() -> lamplight.value("select count(*) > 0 from lamplight.hotspot"), "t"::equals);
    }

    /** The wards that anything is counted in. */
    private static List<String> wards(RunningPlatform lamplight) {
        return lamplight
                .rows("select distinct area from lamplight.trend where area_kind = 'WARD' and observed > 0")
                .stream()
                .map(row -> row.get(0))
                .toList();
    }
}
