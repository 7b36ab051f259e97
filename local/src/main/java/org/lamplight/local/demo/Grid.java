package org.lamplight.local.demo;

import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

/** Ordnance Survey eastings and northings of a point, good to about five metres. Not for sharing between threads. */
public final class Grid {
    private static final String NATIONAL_GRID =
            "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000"
                    + " +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs";

    private final CoordinateTransform transform;

    /** Ready to project points. */
    public Grid() {
        CRSFactory systems = new CRSFactory();
        transform = new CoordinateTransformFactory()
                .createTransform(
                        systems.createFromParameters("WGS84", "+proj=longlat +datum=WGS84 +no_defs"),
                        systems.createFromParameters("OSGB36", NATIONAL_GRID));
    }

    /**
     * A point on the grid.
     *
     * @param easting in metres
     * @param northing in metres
     */
    public record Reference(long easting, long northing) {}

    Reference of(Point point) {
        return of(point.latitude(), point.longitude());
    }

    /** Where a point lies, in degrees. */
    public Reference of(double latitude, double longitude) {
        ProjCoordinate projected = transform.transform(new ProjCoordinate(longitude, latitude), new ProjCoordinate());
        return new Reference(Math.round(projected.x), Math.round(projected.y));
    }
}
