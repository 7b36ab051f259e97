package org.lamplight.ingest.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.areas.Cells;
import org.locationtech.proj4j.ProjCoordinate;

/** Points that Ordnance Survey publishes to test conversions with, in both systems. */
class GridTest {
    private static final double METRES_A_DEGREE = 111_320;

    @ParameterizedTest
    @CsvSource({
        "474335.969, 262047.755, 52.25160951230, -0.91248956970",
        "530624.974, 178388.464, 51.48936564950, -0.11992557180",
        "389544.190, 261912.153, 52.25529381630, -2.15458614387",
        "562180.547, 319784.995, 52.75136687170, 0.40153547065",
        "91492.146, 11318.804, 49.92226393730, -6.29977752014",
        "639821.835, 169565.858, 51.37447025550, 1.44454730409",
    })
    void shouldConvertEastingsToWithinTenMetres(double easting, double northing, double latitude, double longitude) {
        Grid.BritishGrid grid = new Grid.BritishGrid();

        ProjCoordinate place = grid.degrees(easting, northing);

        double north = (place.y - latitude) * METRES_A_DEGREE;
        double east = (place.x - longitude) * METRES_A_DEGREE * Math.cos(Math.toRadians(latitude));
        assertThat(Math.hypot(north, east)).isLessThan(10);
        assertThat(grid.cell(easting, northing)).isEqualTo(Cells.at(place.y, place.x));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, true", "700000, 1300000, true", "-1, 0, false", "0, 1300001, false", "700001, 0, false"})
    void shouldHoldNoMoreThanGreatBritain(double easting, double northing, boolean held) {
        assertThat(Grid.of(Optional.of(Grid.BRITISH)).holds(easting, northing)).isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({"90, 180, true", "-90, -180, true", "90.1, 0, false", "0, 180.1, false"})
    void shouldHoldNoMoreThanTheEarth(double latitude, double longitude, boolean held) {
        assertThat(Grid.of(Optional.empty()).holds(latitude, longitude)).isEqualTo(held);
    }
}
