package org.lamplight.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.lamplight.areas.SmallBook.COUNCIL;
import static org.lamplight.areas.SmallBook.EAST;
import static org.lamplight.areas.SmallBook.EAST_CELL;
import static org.lamplight.areas.SmallBook.FORCE;
import static org.lamplight.areas.SmallBook.OLD;
import static org.lamplight.areas.SmallBook.WEST;
import static org.lamplight.areas.SmallBook.WEST_CELL;
import static org.lamplight.areas.SmallBook.ZONE;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AreaBookTest {
    private final AreaBook book = SmallBook.book();

    @Test
    void shouldNameEveryAreaOfACell() {
        assertThat(book.areasOf(EAST_CELL)).containsExactly(EAST, OLD, ZONE, COUNCIL, FORCE);
        assertThat(book.areasOf(WEST_CELL)).containsExactly(WEST, OLD, COUNCIL, FORCE);
    }

    @Test
    void shouldNameTheWardOfTheNewestVintage() {
        assertThat(book.wardOf(EAST_CELL)).contains(EAST);
        assertThat(book.councilOf(EAST_CELL)).contains(COUNCIL);
    }

    @Test
    void shouldNameNothingOutsideTheForce() {
        long elsewhere = Cells.at(0, 0);

        assertThat(book.covers(elsewhere)).isFalse();
        assertThat(book.areasOf(elsewhere)).isEmpty();
        assertThat(book.wardOf(elsewhere)).isEmpty();
        assertThat(book.councilOf(elsewhere)).isEmpty();
        assertThat(book.covers(0)).isFalse();
    }

    @Test
    void shouldPlaceAFinerCellWhereItsParentLies() {
        for (long child : Cells.children(EAST_CELL, 12)) {
            assertThat(book.areasOf(child)).isEqualTo(book.areasOf(EAST_CELL));
        }
    }

    @Test
    void shouldPlaceACoarserCellWhereItsCentreLies() {
        for (int resolution = 0; resolution < 10; resolution++) {
            long coarse = Cells.parent(EAST_CELL, resolution);

            assertThat(book.areasOf(coarse)).isEqualTo(book.areasOf(Cells.centreChild(coarse, 10)));
        }
    }

    @Test
    void shouldAnswerEqualQuestionsWithTheSameList() {
        long[] cells = book.cellsOf(WEST.code(), 10);

        assertThat(cells.length).isGreaterThan(50);
        assertThat(Arrays.stream(cells).mapToObj(book::areasOf))
                .allSatisfy(areas -> assertThat(areas).isSameAs(book.areasOf(cells[0])));
    }

    @Test
    void shouldListTheCellsWhoseCentreLiesInAnArea() {
        for (Area area : book.areas()) {
            for (int resolution : new int[] {7, 8, 9, 10, 11}) {
                Set<Long> expected = new HashSet<>();
                for (long cell : cellsAround(resolution)) {
                    if (book.areasOf(cell).contains(area)) {
                        expected.add(cell);
                    }
                }

                assertThat(book.cellsOf(area.code(), resolution))
                        .isSorted()
                        .containsExactlyInAnyOrder(expected.toArray(Long[]::new));
            }
        }
    }

    @Test
    void shouldStudyTheForceAndListNothingForAnUnknownCode() {
        assertThat(book.cells(9)).isEqualTo(book.cellsOf(FORCE.code(), 9)).isNotEmpty();
        assertThat(book.cellsOf("W99", 10)).isEmpty();
        assertThat(book.area("W99")).isEmpty();
    }

    @Test
    void shouldListAreasFromWardToForce() {
        assertThat(book.areas()).containsExactly(EAST, WEST, OLD, ZONE, COUNCIL, FORCE);
        assertThat(book.area("W1")).contains(EAST);
        assertThat(book.force()).isEqualTo("F1");
    }

    @Test
    void shouldHoldExactlyOneForce() {
        Area second = new Area("F2", "Other", AreaKind.FORCE, 0, Optional.empty(), OptionalLong.empty());
        Set<Long> cells = Set.of(EAST_CELL);

        assertThatExceptionOfType(AreaBookException.class)
                .isThrownBy(() -> AreaBook.of("", Map.of(FORCE, cells, second, cells)))
                .withMessage("An area book holds exactly one force; this one has 2.");
        assertThatExceptionOfType(AreaBookException.class)
                .isThrownBy(() -> AreaBook.of("", Map.of()))
                .withMessageContaining("has 0");
    }

    @Test
    void shouldRefuseACodeThatStandsForTwoAreasAndAParentThatIsMissing() {
        Area twin = new Area("F1", "Twin", AreaKind.ZONE, 0, Optional.empty(), OptionalLong.empty());
        Set<Long> cells = Set.of(EAST_CELL);

        assertThatExceptionOfType(AreaBookException.class)
                .isThrownBy(() -> AreaBook.of("", Map.of(FORCE, cells, twin, cells)))
                .withMessage("The code F1 stands for two areas; give one another code.");
        assertThatExceptionOfType(AreaBookException.class)
                .isThrownBy(() -> AreaBook.of("", Map.of(FORCE, cells, EAST, cells)))
                .withMessageContaining("has the parent C1, which the book does not hold");
    }

    private static long[] cellsAround(int resolution) {
        long middle = Cells.parent(EAST_CELL, 7);
        return Arrays.stream(Cells.disk(middle, 2))
                .flatMap(cell -> Arrays.stream(Cells.children(cell, resolution)))
                .toArray();
    }
}
