package org.lamplight.ingest.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;

class PlaceRuleTest {
    private static final double SOUTH = 52.20;
    private static final double WEST = -0.95;
    private static final int MORE_THAN_REMEMBERED = 3_000;

    private final PlaceRule places = new PlaceRule(Grid.of(Optional.empty()), AreaBook.northamptonshire());

    @Test
    void shouldFindTheSameCellWhetherRememberedOrForgotten() {
        for (int round = 1; round <= 2; round++) {
            for (int place = 0; place < MORE_THAN_REMEMBERED; place++) {
                double latitude = SOUTH + place % 60 * 0.001;
                int column = place / 60;
                double longitude = WEST + column * 0.001;
                String first = Double.toString(latitude);
                String second = Double.toString(longitude);

                long found = places.cell(first, second, "place");
                long remembered = places.cell(first, second, "place");

                assertThat(found).as("place %d", place).isEqualTo(Cells.at(latitude, longitude));
                assertThat(remembered).as("place %d again", place).isEqualTo(found);
            }
        }
    }

    @Test
    void shouldRefuseTheSamePlaceEachTime() {
        for (int time = 1; time <= 2; time++) {
            assertThatThrownBy(() -> places.cell("51.5", "-0.12", "place"))
                    .isInstanceOfSatisfying(
                            BrokenRule.class,
                            broken -> assertThat(broken.rule()).isEqualTo(Rule.LOCATION_OUTSIDE_AREA));
        }
    }
}
