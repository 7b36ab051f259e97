package org.lamplight.areas;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NorthamptonshireTest {
    private final AreaBook book = AreaBook.northamptonshire();

    @Test
    void shouldHoldTheWardsOfTwoVintagesTwoCouncilsAndTheZones() {
        Map<String, Long> kinds =
                book.areas().stream().collect(groupingBy(area -> area.kind() + " " + area.vintage(), counting()));

        assertThat(kinds)
                .containsOnly(
                        Map.entry("WARD 2025", 66L),
                        Map.entry("WARD 2021", 57L),
                        Map.entry("ZONE 0", 6L),
                        Map.entry("COUNCIL 0", 2L),
                        Map.entry("FORCE 0", 1L));
        assertThat(book.force()).isEqualTo("E23000022");
        assertThat(book.attribution()).contains("© Crown copyright and database right");
    }

    @Test
    void shouldCountEveryResidentOfTheCensusOnceAVintage() {
        assertThat(residents("E06000061")).isEqualTo(359_510);
        assertThat(residents("E06000062")).isEqualTo(425_733);
        assertThat(residents("E23000022")).isEqualTo(785_243);
        for (int vintage : new int[] {2021, 2025}) {
            assertThat(book.areas().stream()
                            .filter(area -> area.vintage() == vintage)
                            .mapToLong(area -> area.residents().orElseThrow())
                            .sum())
                    .isEqualTo(785_243);
        }
    }

    @Test
    void shouldPutEveryCellOfTheForceInOneWardOfEachVintageAndOneCouncil() {
        assertThat(Arrays.stream(book.cells(10)).mapToObj(book::areasOf).distinct())
                .hasSizeGreaterThan(123)
                .allSatisfy(areas -> assertThat(areas)
                        .filteredOn(area -> area.kind() != AreaKind.ZONE)
                        .extracting(area -> area.kind() + " " + area.vintage())
                        .containsExactly("WARD 2025", "WARD 2021", "COUNCIL 0", "FORCE 0"));
    }

    @Test
    void shouldCoverTheCountyWithTheKnownNumberOfCells() {
        assertThat(book.cells(8)).hasSize(3_595);
        assertThat(book.cells(9)).hasSize(25_087);
        assertThat(book.cells(10)).hasSize(175_663);
    }

    @Test
    void shouldKnowHemmingwell() {
        long cell = Cells.at(52.316284, -0.690819);

        assertThat(book.areasOf(cell).stream().map(Area::code)).contains("zone-hemmingwell", "E06000061", "E23000022");
        assertThat(book.wardOf(cell).map(Area::name)).contains("Hatton Park");
        assertThat(book.councilOf(cell).map(Area::name)).contains("North Northamptonshire");
    }

    @Test
    void shouldPutEveryZoneInACouncil() {
        List<Area> zones = book.areas().stream()
                .filter(area -> area.kind() == AreaKind.ZONE)
                .toList();

        assertThat(zones).allSatisfy(zone -> {
            assertThat(book.cellsOf(zone.code(), 10).length).isBetween(20, 150);
            assertThat(Arrays.stream(book.cellsOf(zone.code(), 10))
                            .mapToObj(book::councilOf)
                            .distinct()
                            .map(Optional::orElseThrow)
                            .map(Area::code))
                    .containsExactly(zone.parent().orElseThrow());
        });
    }

    private long residents(String code) {
        return book.area(code).orElseThrow().residents().orElseThrow();
    }
}
