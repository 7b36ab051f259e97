package org.lamplight.reporting.items;

import com.uber.h3core.util.LatLng;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The cells of the study area that hotspots may have, with their centres. */
final class Hexagons {
    /** Half the width and height of a cell of resolution 8 at 55 degrees north, in degrees, generously. */
    private static final double WIDTH = 0.011;

    private static final double HEIGHT = 0.0065;

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final long[] cells;
    private final LatLng[] centres;

    Hexagons(AreaBook book) {
        cells = IntStream.of(Cells.RESOLUTION - 2, Cells.RESOLUTION - 1)
                .mapToObj(book::cells)
                .flatMapToLong(LongStream::of)
                .toArray();
        centres = LongStream.of(cells).mapToObj(Cells::centre).toArray(LatLng[]::new);
    }

    /** Those that meet the box though their centre lies outside. */
    List<Object> across(Box box) {
        Box around = box.grown(WIDTH, HEIGHT);
        Geometry drawn = box.drawn();
        List<Object> across = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            LatLng centre = centres[i];
            if (around.holds(centre.lng, centre.lat)
                    && !box.holds(centre.lng, centre.lat)
                    && hexagon(cells[i]).intersects(drawn)) {
                across.add(Cells.name(cells[i]));
            }
        }
        return across;
    }

    private static Geometry hexagon(long cell) {
        List<LatLng> corners = Cells.boundary(cell);
        return GEOMETRIES.createPolygon(IntStream.rangeClosed(0, corners.size())
                .mapToObj(i -> corners.get(i % corners.size()))
                .map(corner -> new Coordinate(corner.lng, corner.lat))
                .toArray(Coordinate[]::new));
    }
}
