package org.lamplight.areas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Measures how often the book names the ward that point-in-polygon names, for every street point of 2025. */
class AgreementTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    @Test
    void shouldAgreeWithPointInPolygonForNearlyEveryStreetPoint() throws IOException {
        Path data = SharedData.folder();
        AreaBook book = AreaBook.northamptonshire();
        Map<String, PreparedGeometry> wards = new LinkedHashMap<>();
        for (String council : List.of("north", "west")) {
            addWards(data.resolve("geography/wards-2025-" + council + ".geojson"), wards);
        }

        Map<Coordinate, String> wardOfPoint = new LinkedHashMap<>();
        for (Coordinate point : streetPoints(data.resolve("police-uk"))) {
            wardAround(point, wards).ifPresent(ward -> wardOfPoint.put(point, ward));
        }

        double share = share(book, wardOfPoint, 10);
        share(book, wardOfPoint, 9);

        assertThat(wardOfPoint).hasSizeGreaterThan(1_000);
        assertThat(share).isGreaterThanOrEqualTo(99);
    }

    /** Percentage of points whose cell of this resolution has its centre in the point's ward. */
    private static double share(AreaBook book, Map<Coordinate, String> wardOfPoint, int resolution) {
        long agreeing = wardOfPoint.entrySet().stream()
                .filter(point -> book.wardOf(Cells.at(point.getKey().y, point.getKey().x, resolution))
                        .filter(ward -> ward.code().equals(point.getValue()))
                        .isPresent())
                .count();
        double share = 100.0 * agreeing / wardOfPoint.size();
        System.out.printf(
                "Cells of resolution %d and point-in-polygon name the same ward for %d of %d street points: %.2f %%%n",
                resolution, agreeing, wardOfPoint.size(), share);
        return share;
    }

    private static Optional<String> wardAround(Coordinate point, Map<String, PreparedGeometry> wards) {
        return wards.entrySet().stream()
                .filter(ward -> ward.getValue().intersects(GEOMETRY.createPoint(point)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Set<Coordinate> streetPoints(Path folder) throws IOException {
        Set<Coordinate> points = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("2025-"))
                    .toList()) {
                addPoints(file, points);
            }
        }
        return points;
    }

    private static void addPoints(Path file, Set<Coordinate> points) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                String longitude = row.getField("Longitude");
                if (!longitude.isEmpty()) {
                    points.add(new Coordinate(
                            Double.parseDouble(longitude), Double.parseDouble(row.getField("Latitude"))));
                }
            }
        }
    }

    private static void addWards(Path file, Map<String, PreparedGeometry> wards) throws IOException {
        for (JsonNode feature : new JsonMapper().readTree(file.toFile()).get("features")) {
            JsonNode geometry = feature.get("geometry");
            assertThat(geometry.get("type").asText()).isEqualTo("Polygon");
            List<LinearRing> rings =
                    items(geometry.get("coordinates")).map(AgreementTest::ring).toList();
            wards.put(
                    feature.get("properties").get("WD25CD").asText(),
                    PreparedGeometryFactory.prepare(GEOMETRY.createPolygon(
                            rings.get(0), rings.stream().skip(1).toArray(LinearRing[]::new))));
        }
    }

    private static LinearRing ring(JsonNode points) {
        return GEOMETRY.createLinearRing(items(points)
                .map(point ->
                        new Coordinate(point.get(0).asDouble(), point.get(1).asDouble()))
                .toArray(Coordinate[]::new));
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
