package org.lamplight.ingest.mapping;

import java.util.Optional;
import org.lamplight.ingest.rules.Grid;

/** Reads the key location: latitude and longitude, or easting, northing and grid. */
final class LocationSection {
    private LocationSection() {}

    static Place read(Section root) {
        Optional<Section> section = root.section("location");
        if (section.isEmpty()) {
            root.note("needs the key location: latitude and longitude, or easting, northing and grid");
            return null;
        }
        Section location = section.get();
        boolean metres = location.has("easting") || location.has("northing");
        Optional<String> first = location.requiredText(metres ? "easting" : "latitude", "a column");
        Optional<String> second = location.requiredText(metres ? "northing" : "longitude", "a column");
        Optional<String> grid = metres ? location.requiredChoice("grid", Grid.CODES) : Optional.empty();
        location.close();
        return first.isPresent() && second.isPresent() ? new Place(first.get(), second.get(), grid) : null;
    }
}
