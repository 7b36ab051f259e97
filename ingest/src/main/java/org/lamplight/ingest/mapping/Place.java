package org.lamplight.ingest.mapping;

import java.util.List;
import java.util.Optional;

/**
 * Where a row says at which place it happened.
 *
 * @param first the column of the latitude or easting
 * @param second the column of the longitude or northing
 * @param grid EPSG code of the grid of eastings and northings; empty for degrees
 */
public record Place(String first, String second, Optional<String> grid) {
    List<String> columns() {
        return List.of(first, second);
    }
}
