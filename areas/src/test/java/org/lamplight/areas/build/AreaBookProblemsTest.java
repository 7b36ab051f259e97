package org.lamplight.areas.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.lamplight.areas.build.Town.rectangle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.areas.AreaBookException;

class AreaBookProblemsTest {
    @TempDir
    Path folder;

    @Test
    void shouldFindWardsThatOverlap() {
        Town town = new Town(folder).ward("W1", "N", rectangle(0, 0, 3, 3)).ward("W2", "N", rectangle(2, 0, 5, 3));

        assertThat(problems(town::book))
                .singleElement()
                .asString()
                .matches("Wards W1 and W2 of 2025 both hold \\d+ cells; correct the boundaries of one\\.");
    }

    @Test
    void shouldFindAGapBetweenWards() {
        Town town = new Town(folder).ward("W1", "N", rectangle(0, 0, 6, 6), rectangle(2, 2, 4, 4));

        assertThat(problems(town::book))
                .singleElement()
                .asString()
                .matches(
                        "The wards of 2025 leave a gap at latitude 52\\.2\\d+, longitude -0\\.9\\d+; add the missing ward,"
                                + " or write `enclaves: true` if that ground belongs to another force\\.");
    }

    @Test
    void shouldListEveryProblemOfTheWardsAtOnce() {
        Town town = new Town(folder)
                .ward("W1", "X", rectangle(0, 0, 3, 3))
                .ward("W2", "N", rectangle(3, 0, 3.001, 0.001))
                .ward("W3", "N", rectangle(3, 0, 6, 3))
                .ward("W3", "N", rectangle(6, 0, 9, 3));

        assertThat(problems(town::book))
                .containsExactly(
                        "Ward W2 (Ward W2) of 2025 holds the centre of no cell;"
                                + " check that its boundary is in degrees, longitude first.",
                        "Ward W3 of 2025 occurs in two features; make one feature of several polygons of it.",
                        "Ward W1 (Ward W1) of 2025 belongs to council X, which is not defined;"
                                + " add the council, or list the ward under `exclude`.");
    }

    @Test
    void shouldFindAnOlderVintageThatLacksAWard() throws IOException {
        Town town = new Town(folder)
                .ward("old", "N", rectangle(0, 0, 2, 3))
                .file("old.json")
                .ward("W1", "N", rectangle(0, 0, 3, 3));

        assertThat(problems(() -> town.defined("""
                        wards:
                          - {vintage: 2025, files: [wards.json], code: code, name: name, council: council}
                          - {vintage: 2021, files: [old.json], code: code, name: name, council: council}
                        """)))
                .singleElement()
                .asString()
                .matches("The wards of 2021 leave \\d+ of the force's \\d+ cells bare,"
                        + " more than outlines of two years differ by; add the missing wards\\.");
    }

    @Test
    void shouldFindATableThatDoesNotFitTheWards() throws IOException {
        Files.writeString(folder.resolve("table.csv"), "area,ward,council,people\na,W1,N,100\nb,W9,N,20\nc,W1,W,1\n");
        Town town = new Town(folder).ward("W1", "", rectangle(0, 0, 3, 3));

        assertThat(problems(() -> town.defined("""
                        wards:
                          - vintage: 2025
                            files: [wards.json]
                            code: code
                            name: name
                            table: {file: table.csv, area: area, ward: ward, council: council, residents: people}
                        """)))
                .containsExactly(
                        "The table table.csv counts residents of ward W9, which no boundary file of 2025 holds;"
                                + " add its file, or name the right ward under `corrections`.",
                        "Ward W1 (Ward W1) of 2025 belongs to no council;"
                                + " add the council, or list the ward under `exclude`.",
                        "No ward of 2025 belongs to council N (North); correct its code, or leave it out.");
    }

    @Test
    void shouldFindAColumnThatIsMissing() throws IOException {
        Files.writeString(folder.resolve("table.csv"), "area,ward\na,W1\n");
        Town town = new Town(folder).ward("W1", "", rectangle(0, 0, 3, 3));

        assertThat(problems(() -> town.defined("""
                        wards:
                          - vintage: 2025
                            files: [wards.json]
                            code: code
                            name: name
                            table: {file: table.csv, area: area, ward: ward, council: council, residents: people}
                        """)))
                .singleElement()
                .asString()
                .contains("table.csv cannot be used", "people");
    }

    @Test
    void shouldFindZonesThatAreEmptyOrLieOutside() {
        Town town = new Town(folder).ward("W1", "N", rectangle(0, 0, 3, 3));

        assertThat(problems(() -> town.book("""
                        zones:
                          - {code: z-empty, name: Empty}
                          - {code: z-far, name: Far, circles: [{lat: 51.5, lng: -0.1, metres: 300}]}
                        """)))
                .satisfiesExactly(
                        empty -> assertThat(empty)
                                .isEqualTo("Zone z-empty holds no cell;"
                                        + " give it cells, rings, circles, wards or boundaries."),
                        far -> assertThat(far)
                                .matches("Zone z-far: (\\d+) of its \\1 cells lie outside the force;"
                                        + " make it smaller or move it\\."));
    }

    @Test
    void shouldFindShapesOfZonesThatDoNotExist() {
        assertThat(zoneProblem("cells: [market]")).startsWith("Zone z: The text names no H3 cell");
        assertThat(zoneProblem("cells: [8b195da49983fff]")).contains("finer than resolution 10");
        assertThat(zoneProblem("wards: [W7]")).isEqualTo("Zone z: No vintage has a ward W7.");
        assertThat(zoneProblem("boundaries: [{file: wards.json, code: code, only: [W1, W8]}]"))
                .isEqualTo("Zone z: wards.json has no feature W8.");
    }

    @Test
    void shouldFindFilesThatAreNoBoundaries() throws IOException {
        Town points = new Town(folder).feature("W1", "N", "Point", "-0.9, 52.2");
        assertThat(problems(points::book)).singleElement().asString().contains("is of type 'Point'");

        Town eastings = new Town(folder).feature("W1", "N", "Polygon", "[[475000, 260000], [476000, 260000]]");
        assertThat(problems(eastings::book)).singleElement().asString().contains("not in degrees of WGS84");

        Town unnamed = new Town(folder).ward("W1", "N", rectangle(0, 0, 3, 3));
        assertThat(problems(() -> unnamed.defined(
                        "wards: [{vintage: 2025, files: [wards.json], code: WD25CD, name: name, council: council}]")))
                .singleElement()
                .asString()
                .contains("has no property 'WD25CD'; it has [code, name, council]");

        Town list = new Town(folder);
        Files.writeString(folder.resolve("list.json"), "[1, 2]");
        assertThat(problems(() -> list.defined("wards: [{vintage: 2025, files: [list.json], code: code, name: name}]")))
                .singleElement()
                .asString()
                .contains("is no GeoJSON feature collection");
    }

    @Test
    void shouldFindADefinitionThatLacksSomethingOrHoldsSomethingUnknown() {
        Town town = new Town(folder);

        assertThat(problems(() -> town.defined("zones: []")))
                .singleElement()
                .asString()
                .contains("areas.yaml, line", "wards");
        assertThat(problems(() -> town.defined("wards: []\nward: []")))
                .singleElement()
                .asString()
                .contains("areas.yaml, line", "\"ward\"");
        assertThat(problems(() -> town.defined("wards: []")))
                .containsExactly("The definition names no wards; add an entry under `wards`.");
    }

    @Test
    void shouldFindAVintageThatIsDefinedTwice() {
        Town town = new Town(folder).ward("W1", "N", rectangle(0, 0, 3, 3));
        String entry = "  - {vintage: 2025, files: [wards.json], code: code, name: name, council: council}\n";

        assertThat(problems(() -> town.defined("wards:\n" + entry + entry)))
                .containsExactly("Two entries under `wards` have the same vintage; list their files in one.");
    }

    private String zoneProblem(String shape) {
        Town town = new Town(folder).ward("W1", "N", rectangle(0, 0, 3, 3));
        List<String> problems = problems(() -> town.book("zones: [{code: z, name: Z, " + shape + "}]"));
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static List<String> problems(ThrowingCallable building) {
        return catchThrowableOfType(AreaBookException.class, building).problems();
    }
}
