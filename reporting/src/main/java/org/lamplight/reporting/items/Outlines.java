package org.lamplight.reporting.items;

import com.uber.h3core.util.LatLng;
import java.util.ArrayList;
import java.util.Collection;
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

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final CompletableFuture<Map<String, org.locationtech.jts.geom.Geometry>> byCode;
    private final CompletableFuture<Hexagons> hexagons;

    /** Draws all areas, which takes some seconds, beside what the caller does next. */
    public Outlines(AreaBook book) {
        byCode = CompletableFuture.supplyAsync(() -> draw(book));
        hexagons = CompletableFuture.supplyAsync(() -> new Hexagons(book));
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

    /** The condition that rows of a geometry lie in the box. Rows without a place match, as the standard has it. */
    Condition within(Geometry geometry, Box box) {
        return switch (geometry) {
            case AREA -> Condition.among("area_code", codes(box));
            case CELL -> centres(box).or(Condition.among("cell", hexagons.join().across(box)));
            case POINT -> centres(box);
            case NONE -> Condition.ALWAYS;
        };
    }

    private List<Object> codes(Box box) {
        org.locationtech.jts.geom.Geometry drawn = box.drawn();
        List<Object> codes = new ArrayList<>();
        byCode.join().forEach((code, outline) -> {
            if (outline.intersects(drawn)) {
                codes.add(code);
            }
        });
        return codes;
    }

    private static Condition centres(Box box) {
        String longitude = box.crosses() ? "(longitude >= ? or longitude <= ?)" : "longitude between ? and ?";
        return new Condition(
                "(latitude between ? and ? and " + longitude + ")",
                List.of(box.south(), box.north(), box.west(), box.east()));
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
