package org.lamplight.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.uber.h3core.H3Core;
import com.uber.h3core.exceptions.H3Exception;
import com.uber.h3core.util.LatLng;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CellsTest {
    private static final double LAT = 52.316284;
    private static final double LNG = -0.690819;

    @Test
    void shouldPlaceAPointInTheCellAroundIt() {
        long cell = Cells.at(LAT, LNG);

        assertThat(Cells.resolution(cell)).isEqualTo(10);
        assertThat(Cells.metres(Cells.centre(cell), new LatLng(LAT, LNG))).isLessThan(80);
        assertThat(Cells.boundary(cell)).hasSize(6);
    }

    @Test
    void shouldRefuseAPointThatIsNoNumber() {
        assertThatExceptionOfType(H3Exception.class).isThrownBy(() -> Cells.at(Double.NaN, LNG));
    }

    @Test
    void shouldFindParentsAndCentreChildrenAsH3DoesAnywhereOnEarth() throws IOException {
        H3Core h3 = H3Core.newInstance();
        Random random = new Random(7);

        for (int i = 0; i < 2_000; i++) {
            long cell = Cells.at(random.nextDouble(-90, 90), random.nextDouble(-180, 180), random.nextInt(16));
            int coarser = random.nextInt(Cells.resolution(cell) + 1);
            int finer = random.nextInt(Cells.resolution(cell), 16);

            assertThat(Cells.parent(cell, coarser)).isEqualTo(h3.cellToParent(cell, coarser));
            assertThat(Cells.centreChild(cell, finer)).isEqualTo(h3.cellToCenterChild(cell, finer));
        }
    }

    @Test
    void shouldRefuseAParentThatIsFinerAndAChildThatIsCoarser() {
        long cell = Cells.at(LAT, LNG);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cells.parent(cell, 11))
                .withMessage(
                        "The parent of a cell of resolution 10 cannot have resolution 11; ask for one from 0 to its own.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cells.centreChild(cell, 9))
                .withMessageContaining("cannot have resolution 9");
    }

    @Test
    void shouldSurroundACellByItsRing() {
        long cell = Cells.at(LAT, LNG);

        long[] ring = Cells.ring(cell);

        assertThat(ring).hasSize(6).doesNotContain(cell).doesNotHaveDuplicates();
        assertThat(Cells.disk(cell)).hasSize(7).contains(cell).contains(ring);
        assertThat(Cells.disk(cell, 2)).hasSize(19);
    }

    @Test
    void shouldSurroundAPentagonByFiveCells() throws IOException {
        long pentagon = H3Core.newInstance().getPentagons(10).iterator().next();

        assertThat(Cells.ring(pentagon)).hasSize(5);
        assertThat(Cells.disk(pentagon)).hasSize(6);
    }

    @Test
    void shouldReadTheNameThatItWrites() {
        long cell = Cells.at(LAT, LNG);

        assertThat(Cells.name(cell)).hasSize(15).startsWith("8a");
        assertThat(Cells.parse(Cells.name(cell))).isEqualTo(cell);
    }

    @Test
    void shouldRefuseATextThatNamesNoCellWithoutRepeatingIt() {
        for (String text : new String[] {"", "Market Square", "8a195da49987ff", "ffffffffffffffffff", "-1"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Cells.parse(text))
                    .withMessage("The text names no H3 cell; give 15 hexadecimal digits such as 8a195da49987fff.");
        }
    }

    @Test
    void shouldMakeUpAParentOfAllItsChildren() {
        long parent = Cells.at(LAT, LNG, 8);
        long[] children = Cells.children(parent, 10);

        assertThat(children).hasSize(49);
        assertThat(Cells.compact(Arrays.stream(children).boxed().toList())).containsExactly(parent);
    }
}
