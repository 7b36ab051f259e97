package org.lamplight.reporting.items;

import com.uber.h3core.util.LatLng;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.AreaKind;
import org.lamplight.areas.Cells;
import org.lamplight.reporting.catalogue.Geometry;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * What the areas of the area book look like on a map: the union of their cells, drawn with fewer points. Neighbours
 * keep the same line between them.
 */
public final class Outlines {
    /** Twice the width of a cell of the area book, in degrees: lines follow the cells no closer. */
    private static final double TOLERANCE = 0.002;
    /** Half the width and height of a cell of resolution 8 at 55 degrees north, in degrees, generously. */
    private static final double CELL_WIDTH = 0.011;

    private static final double CELL_HEIGHT = 0.0065;

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final CompletableFuture<Map<String, org.locationtech.jts.geom.Geometry>> byCode;

    /** Draws all areas, which takes some seconds, beside what the caller does next. */
    public Outlines(AreaBook book) {
        byCode = CompletableFuture.supplyAsync(() -> draw(book));
    }

    private static Map<String, org.locationtech.jts.geom.Geometry> draw(AreaBook book) {
        // Areas of one kind and vintage do not overlap, except zones.
        Map<List<Object>, List<Area>> coverages = new LinkedHashMap<>();
        for (Area area : book.areas()) {
            List<Object> coverage =
                    area.kind() == AreaKind.ZONE ? List.of(area.code()) : List.of(area.kind(), area.vintage());
            coverages.computeIfAbsent(coverage, key -> new ArrayList<>()).add(area);
        }
        Map<String, org.locationtech.jts.geom.Geometry> drawn = new TreeMap<>();
        coverages.values().forEach(areas -> drawn.putAll(draw(book, areas)));
        return drawn;
    }

    /** The outline of the area; null if it is not in the book. */
    org.locationtech.jts.geom.Geometry of(String code) {
        return byCode.join().get(code);
    }

    /** The condition that rows of a geometry lie in the box. */
    Condition within(Geometry geometry, Box box) {
        return switch (geometry) {
            case AREA -> codes(box);
            case CELL -> centres(box, CELL_WIDTH, CELL_HEIGHT);
            default -> centres(box, 0, 0);
        };
    }

    private Condition codes(Box box) {
        List<Object> codes = new ArrayList<>();
        byCode.join().forEach((code, outline) -> {
            Envelope around = outline.getEnvelopeInternal();
            if (box.meets(new Box(around.getMinX(), around.getMinY(), around.getMaxX(), around.getMaxY()))) {
                codes.add(code);
            }
        });
        return codes.isEmpty()
                ? new Condition("false", List.of())
                : new Condition(
                        "area_code in (" + String.join(", ", Collections.nCopies(codes.size(), "?")) + ")", codes);
    }

    private static Condition centres(Box box, double width, double height) {
        List<Object> values =
                List.of(box.south() - height, box.north() + height, box.west() - width, box.east() + width);
        String longitude =
                box.west() <= box.east() ? "(longitude >= ? and longitude <= ?)" : "(longitude >= ? or longitude <= ?)";
        return new Condition("(latitude between ? and ? and " + longitude + ")", values);
    }

    private static Map<String, org.locationtech.jts.geom.Geometry> draw(AreaBook book, List<Area> areas) {
        org.locationtech.jts.geom.Geometry[] unions = areas.stream()
                .map(area -> union(book.cellsOf(area.code(), Cells.RESOLUTION)))
                .toArray(org.locationtech.jts.geom.Geometry[]::new);
        org.locationtech.jts.geom.Geometry[] drawn = CoverageSimplifier.simplify(unions, TOLERANCE);
        Map<String, org.locationtech.jts.geom.Geometry> byCode = new TreeMap<>();
        for (int i = 0; i < drawn.length; i++) {
            byCode.put(areas.get(i).code(), drawn[i]);
        }
        return byCode;
    }

    private static org.locationtech.jts.geom.Geometry union(long[] cells) {
        Collection<Long> boxed = LongStream.of(cells).boxed().toList();
        return GEOMETRIES.createMultiPolygon(
                Cells.outline(boxed).stream().map(Outlines::polygon).toArray(Polygon[]::new));
    }

    private static Polygon polygon(List<List<LatLng>> rings) {
        List<LinearRing> drawn = rings.stream().map(Outlines::ring).toList();
        return GEOMETRIES.createPolygon(
                drawn.get(0), drawn.subList(1, drawn.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(List<LatLng> corners) {
        return GEOMETRIES.createLinearRing(corners.stream()
                .map(corner -> new Coordinate(corner.lng, corner.lat))
                .toArray(Coordinate[]::new));
    }
}
