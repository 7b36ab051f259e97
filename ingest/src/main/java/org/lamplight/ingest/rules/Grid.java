package org.lamplight.ingest.rules;

import java.util.List;
import java.util.Optional;
import org.lamplight.areas.Cells;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.ProjCoordinate;

/** What a pair of coordinates means, and the cell it lies in. Not safe for use by several threads at once. */
public sealed interface Grid {
    /** The code of the grid of eastings and northings in Great Britain. */
    String BRITISH = "EPSG:27700";

    /** Every grid of eastings and northings, by its EPSG code. */
    List<String> CODES = List.of(BRITISH);

    /** Degrees of latitude and longitude where there is no code, else the grid of that EPSG code. */
    static Grid of(Optional<String> code) {
        return code.isEmpty() ? new Degrees() : new BritishGrid();
    }

    /**
     * Whether both lie in the range of this grid.
     *
     * @param first latitude or easting
     * @param second longitude or northing
     */
    boolean holds(double first, double second);

    /** The cell of a pair that this grid holds. */
    long cell(double first, double second);

    /** Latitude and longitude in degrees (WGS84). */
    final class Degrees implements Grid {
        @Override
        public boolean holds(double latitude, double longitude) {
            return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
        }

        @Override
        public long cell(double latitude, double longitude) {
            return Cells.at(latitude, longitude);
        }
    }

    /** Easting and northing in metres, as Ordnance Survey gives them; converted to within some five metres. */
    final class BritishGrid implements Grid {
        private static final int WIDTH = 700_000;
        private static final int HEIGHT = 1_300_000;

        private final BasicCoordinateTransform toDegrees;
        private final ProjCoordinate metres = new ProjCoordinate();
        private final ProjCoordinate degrees = new ProjCoordinate();

        BritishGrid() {
            CRSFactory systems = new CRSFactory();
            CoordinateReferenceSystem british = systems.createFromParameters(
                    BRITISH,
                    "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy"
                            + " +towgs84=446.448,-125.157,542.06,0.1502,0.247,0.8421,-20.4894 +units=m +no_defs");
            CoordinateReferenceSystem wgs84 =
                    systems.createFromParameters("EPSG:4326", "+proj=longlat +datum=WGS84 +no_defs");
            this.toDegrees = new BasicCoordinateTransform(british, wgs84);
        }

        @Override
        public boolean holds(double easting, double northing) {
            return easting >= 0 && easting <= WIDTH && northing >= 0 && northing <= HEIGHT;
        }

        @Override
        public long cell(double easting, double northing) {
            ProjCoordinate place = degrees(easting, northing);
            return Cells.at(place.y, place.x);
        }

        /** Longitude (x) and latitude (y), valid until the next call. */
        ProjCoordinate degrees(double easting, double northing) {
            metres.setValue(easting, northing);
            return toDegrees.transform(metres, degrees);
        }
    }
}
