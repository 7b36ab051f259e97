package org.lamplight.areas.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.uber.h3core.util.LatLng;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.lamplight.areas.AreaBookException;
import org.lamplight.areas.Cells;

/** The polygons of a GeoJSON file (RFC 7946: WGS84, longitude first). */
final class GeoJson {
    private static final ObjectReader JSON = JsonMapper.builder().build().reader();

    private GeoJson() {}

    /** One feature: its properties and the cells whose centre lies in its polygons. */
    record Feature(JsonNode properties, Set<Long> cells) {

        /** The value of a property as text. */
        String text(String property, Path file) {
            JsonNode value = properties.path(property);
            if (!value.isValueNode() || value.isNull()) {
                throw new AreaBookException("A feature of " + file + " has no property '" + property + "'; it has "
                        + properties.properties().stream()
                                .map(entry -> entry.getKey())
                                .toList()
                        + ".");
            }
            return value.asText();
        }
    }

    /**
     * Reads the features of a file.
     *
     * @throws AreaBookException if it is no GeoJSON feature collection of polygons
     */
    static List<Feature> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            JsonNode features = JSON.readTree(in).path("features");
            if (!features.isArray()) {
                throw new AreaBookException(file + " is no GeoJSON feature collection.");
            }
            return items(features)
                    .map(feature -> new Feature(feature.path("properties"), cells(feature.path("geometry"), file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The boundaries " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Set<Long> cells(JsonNode geometry, Path file) {
        JsonNode coordinates = geometry.path("coordinates");
        Stream<JsonNode> polygons =
                switch (geometry.path("type").asText()) {
                    case "Polygon" -> Stream.of(coordinates);
                    case "MultiPolygon" -> items(coordinates);
                    default ->
                        throw new AreaBookException("A feature of " + file + " is of type '"
                                + geometry.path("type").asText() + "'; only Polygon and MultiPolygon have an inside.");
                };
        Set<Long> cells = new TreeSet<>();
        polygons.forEach(polygon -> Arrays.stream(inside(polygon, file)).forEach(cells::add));
        return cells;
    }

    private static long[] inside(JsonNode polygon, Path file) {
        List<List<LatLng>> rings =
                new ArrayList<>(items(polygon).map(ring -> ring(ring, file)).toList());
        if (rings.isEmpty()) {
            return new long[0];
        }
        List<LatLng> shell = rings.remove(0);
        return Cells.inside(shell, rings, Cells.RESOLUTION);
    }

    private static List<LatLng> ring(JsonNode ring, Path file) {
        return items(ring)
                .map(point ->
                        point(point.path(0).asDouble(Double.NaN), point.path(1).asDouble(Double.NaN), file))
                .toList();
    }

    private static LatLng point(double lng, double lat, Path file) {
        if (Math.abs(lat) <= 90 && Math.abs(lng) <= 180) {
            return new LatLng(lat, lng);
        }
        throw new AreaBookException(file + " holds a point that is not in degrees of WGS84; convert the file"
                + " (for instance with `ogr2ogr -t_srs EPSG:4326`).");
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
