package org.lamplight.streams.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;

class GridTest {
    private static final AreaBook BOOK = AreaBook.northamptonshire();
    private static final Grid GRID = Grid.of(BOOK, 8);

    @Test
    void shouldHoldTheCellsWhoseCentreLiesInTheForce() {
        assertThat(LongStream.range(0, GRID.size()).map(index -> GRID.cell((int) index)))
                .containsExactly(Arrays.stream(BOOK.cells(8)).boxed().toArray(Long[]::new));
    }

    @Test
    void shouldMakeNeighboursMutual() {
        for (int cell = 0; cell < GRID.size(); cell++) {
            for (int near : GRID.ring(cell)) {
                assertThat(GRID.ring(near)).contains(cell);
            }
        }
    }

    @Test
    void shouldPlaceEveryReportOfTheForceSomewhere() {
        long[] fine = BOOK.cells(10);
        long outsideParents = Arrays.stream(fine)
                .filter(cell -> GRID.indexOf(Cells.parent(cell, 8)) == Grid.ABSENT)
                .count();

        assertThat(outsideParents).isPositive();
        assertThat(Arrays.stream(fine).filter(cell -> GRID.place(cell) == Grid.ABSENT))
                .isEmpty();
    }

    @Test
    void shouldPlaceAReportInTheCellThatHoldsIts() {
        IntStream.range(0, GRID.size())
                .filter(index -> index % 97 == 0)
                .forEach(index -> assertThat(GRID.place(Cells.centreChild(GRID.cell(index), 10)))
                        .isEqualTo(index));
    }
}
