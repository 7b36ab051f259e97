package org.lamplight.local.demo;

import java.util.Locale;

/** A place on the map, degrees, WGS84. */
record Point(double latitude, double longitude) {
    private static final double METRES_PER_DEGREE = 111_320;

    /** The point so many metres to the north and to the east of this one. */
    Point shifted(double north, double east) {
        return new Point(
                latitude + north / METRES_PER_DEGREE,
                longitude + east / (METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude))));
    }

    /** A degree value as exports write it: six decimals, about ten centimetres. */
    static String text(double degrees) {
        return String.format(Locale.ROOT, "%.6f", degrees);
    }
}
