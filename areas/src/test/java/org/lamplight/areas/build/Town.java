package org.lamplight.areas.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;

/** Writes boundary files of made-up wards, in kilometres east and north of a corner, and builds books of them. */
final class Town {
    private static final double LAT = 52.2;
    private static final double LNG = -1.0;
    private static final double LAT_OF_KM = 1 / 111.2;
    private static final double LNG_OF_KM = 1 / 68.2;

    private final Path folder;
    private final List<String> features = new ArrayList<>();
    private boolean western;

    Town(Path folder) {
        this.folder = folder;
    }

    /** The closed ring of a rectangle. */
    static String rectangle(double west, double south, double east, double north) {
        return Stream.of(
                        point(west, south),
                        point(east, south),
                        point(east, north),
                        point(west, north),
                        point(west, south))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** The cell at a point. */
    static long cell(double east, double north) {
        return Cells.at(LAT + north * LAT_OF_KM, LNG + east * LNG_OF_KM);
    }

    /** Adds a ward of one polygon: a shell and holes. */
    Town ward(String code, String council, String... rings) {
        return feature(code, council, "Polygon", String.join(",", rings));
    }

    /** Adds a ward of several polygons without holes. */
    Town scattered(String code, String council, String... shells) {
        return feature(
                code,
                council,
                "MultiPolygon",
                Stream.of(shells).map(shell -> "[" + shell + "]").collect(Collectors.joining(",")));
    }

    /** Adds any feature. */
    Town feature(String code, String council, String type, String coordinates) {
        western |= council.equals("W");
        features.add("""
                {"type": "Feature", "properties": {"code": "%s", "name": "Ward %s", "council": "%s"},
                 "geometry": {"type": "%s", "coordinates": [%s]}}""".formatted(code, code, council, type, coordinates));
        return this;
    }

    /** Writes what was added so far to a file, and begins the next. */
    Town file(String name) throws IOException {
        Files.writeString(
                folder.resolve(name),
                "{\"type\": \"FeatureCollection\", \"features\": [" + String.join(",", features) + "]}");
        features.clear();
        return this;
    }

    /** Writes the added wards and builds the book of them, whose councils are N and W. */
    AreaBook book(String... more) throws IOException {
        return defined("""
                wards:
                  - {vintage: 2025, files: [wards.json], code: code, name: name, council: council}
                """ + String.join("\n", more));
    }

    /** Writes the added wards and builds the book of this definition, to which the force, council N and, if a ward names it, W are added. */
    AreaBook defined(String definition) throws IOException {
        file("wards.json");
        Path file = Files.writeString(
                folder.resolve("areas.yaml"), """
                attribution: Made up.
                force: {code: F, name: Force}
                councils:
                  - {code: N, name: North}
                """ + (western ? "  - {code: W, name: West}\n" : "") + definition);
        return new AreaBookBuilder(folder, (what, done, total) -> {}).build(file);
    }

    private static String point(double east, double north) {
        return "[" + (LNG + east * LNG_OF_KM) + "," + (LAT + north * LAT_OF_KM) + "]";
    }
}
