package org.lamplight.areas.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.areas.build.Town.cell;
import static org.lamplight.areas.build.Town.rectangle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.AreaKind;
import org.lamplight.areas.Cells;

class AreaBookBuilderTest {
    @TempDir
    Path folder;

    @Test
    void shouldNestWardsInCouncilsAndCouncilsInTheForce() throws IOException {
        AreaBook book = new Town(folder)
                .ward("W1", "N", rectangle(0, 0, 3, 3))
                .ward("W2", "N", rectangle(3, 0, 6, 3))
                .ward("W3", "W", rectangle(6, 0, 9, 3))
                .book();

        assertThat(book.area("W1"))
                .contains(new Area("W1", "Ward W1", AreaKind.WARD, 2025, Optional.of("N"), OptionalLong.empty()));
        assertThat(cells(book, "N")).isEqualTo(union(cells(book, "W1"), cells(book, "W2")));
        assertThat(cells(book, "F")).isEqualTo(union(cells(book, "N"), cells(book, "W3")));
        assertThat(book.area("N").orElseThrow().parent()).contains("F");
        assertThat(book.attribution()).isEqualTo("Made up.");
    }

    @Test
    void shouldGiveACellOnABorderToTheWardThatHoldsItsCentre() throws IOException {
        AreaBook book = new Town(folder)
                .ward("W1", "N", rectangle(0, 0, 3, 3))
                .ward("W2", "N", rectangle(3, 0, 6, 3))
                .book();

        for (long cell : book.cells(10)) {
            boolean west = Cells.centre(cell).lng < -1.0 + 3 / 68.2;
            assertThat(book.wardOf(cell).orElseThrow().code()).isEqualTo(west ? "W1" : "W2");
        }
        assertThat(cells(book, "W1")).doesNotContainAnyElementsOf(cells(book, "W2"));
    }

    @Test
    void shouldLeaveTheHoleOfAWardToTheWardInside() throws IOException {
        AreaBook book = new Town(folder)
                .ward("ring", "N", rectangle(0, 0, 6, 6), rectangle(2, 2, 4, 4))
                .ward("town", "W", rectangle(2, 2, 4, 4))
                .book();

        assertThat(book.wardOf(cell(3, 3)).map(Area::code)).contains("town");
        assertThat(book.wardOf(cell(1, 1)).map(Area::code)).contains("ring");
    }

    @Test
    void shouldTakeAllPolygonsOfAWardAndAnIslandAwayFromTheRest() throws IOException {
        AreaBook book = new Town(folder)
                .scattered("W1", "N", rectangle(0, 0, 2, 2), rectangle(5, 5, 6, 6))
                .ward("W2", "W", rectangle(2, 0, 4, 2))
                .book();

        assertThat(book.wardOf(cell(1, 1)).map(Area::code)).contains("W1");
        assertThat(book.wardOf(cell(5.5, 5.5)).map(Area::code)).contains("W1");
        assertThat(book.covers(cell(4.5, 4.5))).isFalse();
    }

    @Test
    void shouldSurroundAnEnclaveWhereTheDefinitionSaysSo() throws IOException {
        AreaBook book = new Town(folder)
                .ward("ring", "N", rectangle(0, 0, 6, 6), rectangle(2, 2, 4, 4))
                .book("enclaves: true");

        assertThat(book.covers(cell(3, 3))).isFalse();
        assertThat(book.covers(cell(1, 1))).isTrue();
    }

    @Test
    void shouldSumResidentsOfSmallAreasToWardsCouncilsAndTheForce() throws IOException {
        Files.writeString(folder.resolve("table.csv"), """
                area,ward,council,people
                a,W1,N,100
                b,W1,N,20
                c,elsewhere,N,3
                """);

        AreaBook book = new Town(folder)
                .ward("W1", "", rectangle(0, 0, 3, 3))
                .ward("W2", "", rectangle(3, 0, 6, 3))
                .defined("""
                        wards:
                          - vintage: 2025
                            files: [wards.json]
                            code: code
                            name: name
                            table: {file: table.csv, area: area, ward: ward, council: council, residents: people, corrections: {c: W2}}
                        """);

        assertThat(book.area("W1").orElseThrow().residents()).hasValue(120);
        assertThat(book.area("W2").orElseThrow().residents()).hasValue(3);
        assertThat(book.area("W2").orElseThrow().parent()).contains("N");
        assertThat(book.area("N").orElseThrow().residents()).hasValue(123);
        assertThat(book.area("F").orElseThrow().residents()).hasValue(123);
    }

    @Test
    void shouldFitAnOlderVintageToTheOutlineOfTheNewest() throws IOException {
        AreaBook book = new Town(folder)
                .ward("old-west", "N", rectangle(-0.5, 0, 2, 6))
                .ward("old-east", "N", rectangle(2, 0, 19.85, 6))
                .file("old.json")
                .ward("W1", "N", rectangle(0, 0, 20, 6))
                .defined("""
                        wards:
                          - {vintage: 2021, files: [old.json], code: code, name: name, council: council}
                          - {vintage: 2025, files: [wards.json], code: code, name: name, council: council}
                        """);

        assertThat(union(cells(book, "old-west"), cells(book, "old-east"))).isEqualTo(cells(book, "F"));
        assertThat(book.wardOf(cell(1, 1)).map(Area::code)).contains("W1");
        assertThat(book.areasOf(cell(19.9, 3)).stream().map(Area::code)).containsExactly("W1", "old-east", "N", "F");
    }

    @Test
    void shouldDrawZonesFromEveryShape() throws IOException {
        long listed = cell(1, 1);
        long middle = cell(2, 2);
        AreaBook book = new Town(folder)
                .ward("estate", "", rectangle(4, 4, 5, 5))
                .file("estates.json")
                .ward("W1", "N", rectangle(0, 0, 6, 6))
                .ward("W2", "W", rectangle(6, 0, 9, 6))
                .book("""
                        zones:
                          - {code: z-cells, name: Cells, cells: [%s], residents: 7}
                          - {code: z-coarse, name: Coarse, cells: [%s]}
                          - {code: z-rings, name: Rings, rings: [{around: %s, steps: 2}]}
                          - {code: z-circle, name: Circle, circles: [{lat: %s, lng: %s, metres: 400}]}
                          - {code: z-wards, name: Wards, wards: [W1, W2]}
                          - {code: z-estate, name: Estate, boundaries: [{file: estates.json, code: code, only: [estate]}]}
                        """.formatted(
                                Cells.name(listed),
                                Cells.name(Cells.parent(middle, 9)),
                                Cells.name(middle),
                                Cells.centre(middle).lat,
                                Cells.centre(middle).lng));

        assertThat(cells(book, "z-cells")).containsExactly(listed);
        assertThat(book.area("z-cells").orElseThrow().residents()).hasValue(7);
        assertThat(book.area("z-cells").orElseThrow().parent()).contains("N");
        assertThat(cells(book, "z-coarse")).hasSize(7);
        assertThat(cells(book, "z-rings")).hasSize(19);
        assertThat(cells(book, "z-circle"))
                .isEqualTo(Arrays.stream(book.cells(10))
                        .filter(cell -> Cells.metres(Cells.centre(cell), Cells.centre(middle)) <= 400)
                        .boxed()
                        .collect(Collectors.toSet()));
        assertThat(cells(book, "z-wards")).isEqualTo(cells(book, "F"));
        assertThat(book.area("z-wards").orElseThrow().parent()).contains("F");
        assertThat(book.areasOf(cell(4.5, 4.5)).stream().map(Area::code)).contains("z-estate");
        assertThat(book.areasOf(cell(3.5, 4.5)).stream().map(Area::code)).doesNotContain("z-estate");
    }

    @Test
    void shouldCompactTheCellsOfAnArea() throws IOException {
        Path file = folder.resolve("book");
        AreaBook book = new Town(folder).ward("W1", "N", rectangle(0, 0, 9, 9)).book();

        book.write(file);

        assertThat(cells(book, "W1")).hasSizeGreaterThan(5_000);
        assertThat(file).satisfies(path -> assertThat(Files.size(path)).isLessThan(5_000));
        assertThat(cells(AreaBook.read(file), "W1")).isEqualTo(cells(book, "W1"));
    }

    @Test
    void shouldSayHowFarItHasCome() throws IOException {
        List<String> steps = new ArrayList<>();
        new Town(folder).ward("W1", "N", rectangle(0, 0, 3, 3)).book();

        new AreaBookBuilder(folder, (what, done, total) -> steps.add(done + "/" + total + " " + what))
                .build(folder.resolve("areas.yaml"));

        assertThat(steps)
                .containsExactly(
                        "0/3 reading the wards of 2025",
                        "1/3 checking the wards of 2025",
                        "2/3 compacting the cells",
                        "3/3 done");
    }

    private static Set<Long> cells(AreaBook book, String code) {
        return Arrays.stream(book.cellsOf(code, 10)).boxed().collect(Collectors.toSet());
    }

    private static Set<Long> union(Set<Long> a, Set<Long> b) {
        Set<Long> union = new HashSet<>(a);
        union.addAll(b);
        return union;
    }
}
