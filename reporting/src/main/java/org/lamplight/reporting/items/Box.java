package org.lamplight.reporting.items;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.lamplight.reporting.http.Problem;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A box on the map, in degrees of WGS84. Where {@code west} is above {@code east} it crosses the date line.
 *
 * @param west lowest longitude
 * @param south lowest latitude
 * @param east highest longitude
 * @param north highest latitude
 */
public record Box(double west, double south, double east, double north) {
    static final String PARAMETER = "bbox";

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final int CORNERS = 4;
    private static final int CORNERS_WITH_HEIGHT = 6;

    /** Reads {@code west,south,east,north}; heights, if given, say nothing here. */
    static Box parse(String text) {
        double[] numbers;
        try {
            numbers = Stream.of(text.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException e) {
            throw wrong("its parts must be numbers");
        }
        Box box =
                switch (numbers.length) {
                    case CORNERS -> new Box(numbers[0], numbers[1], numbers[2], numbers[3]);
                    case CORNERS_WITH_HEIGHT -> new Box(numbers[0], numbers[1], numbers[3], numbers[4]);
                    default -> throw wrong("it must have 4 parts");
                };
        if (!DoubleStream.of(numbers).allMatch(Double::isFinite)
                || Math.max(Math.abs(box.west), Math.abs(box.east)) > 180
                || Math.max(Math.abs(box.south), Math.abs(box.north)) > 90
                || box.south > box.north) {
            throw wrong("longitudes go from -180 to 180, latitudes from -90 to 90, the lower one first");
        }
        return box;
    }

    /** Whether the point lies in it or on its edge. */
    boolean holds(double longitude, double latitude) {
        boolean inLongitude =
                crosses() ? longitude >= west || longitude <= east : longitude >= west && longitude <= east;
        return inLongitude && latitude >= south && latitude <= north;
    }

    /** A box that is so much larger on each side. */
    Box grown(double width, double height) {
        return new Box(west - width, south - height, east + width, north + height);
    }

    /** What it looks like on the map. */
    Geometry drawn() {
        Geometry first = GEOMETRIES.toGeometry(new Envelope(west, crosses() ? 180 : east, south, north));
        return crosses()
                ? GEOMETRIES.buildGeometry(
                        List.of(first, GEOMETRIES.toGeometry(new Envelope(-180, east, south, north))))
                : first;
    }

    boolean crosses() {
        return west > east;
    }

    private static Problem wrong(String why) {
        return Problem.parameter(
                PARAMETER, "It must be west,south,east,north in degrees, such as -1.1,52.2,-0.8,52.3: " + why + ".");
    }
}
