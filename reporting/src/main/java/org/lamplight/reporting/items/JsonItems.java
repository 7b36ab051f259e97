package org.lamplight.reporting.items;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.lamplight.areas.Cells;
import org.lamplight.reporting.catalogue.Catalogue.Entry;
import org.lamplight.reporting.catalogue.Column;
import org.lamplight.reporting.catalogue.Geometry;
import org.lamplight.reporting.http.Json;
import org.lamplight.reporting.http.Link;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Rows as plain JSON, or as GeoJSON (RFC 7946): features with coordinates of five decimals, about a metre. */
final class JsonItems {
    private static final double DECIMALS = 1e5;

    private final Outlines outlines;

    JsonItems(Outlines outlines) {
        this.outlines = outlines;
    }

    byte[] plain(Items items, List<Link> links) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField(
                    "collection", items.query().entry().collection().id());
            numbers(json, items);
            json.writeArrayFieldStart("items");
            for (Map<String, Object> row : items.rows()) {
                json.writeStartObject();
                columns(json, items, row);
                json.writeEndObject();
            }
            json.writeEndArray();
            Link.write(json, links);
            json.writeEndObject();
        });
    }

    byte[] features(Items items, List<Link> links) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            numbers(json, items);
            json.writeArrayFieldStart("features");
            for (Map<String, Object> row : items.rows()) {
                json.writeStartObject();
                feature(json, items, row);
                json.writeEndObject();
            }
            json.writeEndArray();
            Link.write(json, links);
            json.writeEndObject();
        });
    }

    byte[] feature(Items items, List<Link> links) {
        return Json.bytes(json -> {
            json.writeStartObject();
            feature(json, items, items.rows().get(0));
            Link.write(json, links);
            json.writeEndObject();
        });
    }

    private void feature(JsonGenerator json, Items items, Map<String, Object> row) throws IOException {
        Entry entry = items.query().entry();
        json.writeStringField("type", "Feature");
        if (!entry.collection().key().isEmpty()) {
            json.writeStringField("id", Items.id(entry, row));
        }
        json.writeFieldName("geometry");
        geometry(json, entry.collection().geometry(), row);
        json.writeObjectFieldStart("properties");
        columns(json, items, row);
        json.writeEndObject();
    }

    private static void numbers(JsonGenerator json, Items items) throws IOException {
        json.writeNumberField("numberMatched", items.matched());
        json.writeNumberField("numberReturned", items.rows().size());
    }

    private static void columns(JsonGenerator json, Items items, Map<String, Object> row) throws IOException {
        for (Column column : items.query().shown()) {
            json.writeFieldName(column.name());
            Json.value(json, row.get(column.name()));
        }
    }

    private void geometry(JsonGenerator json, Geometry geometry, Map<String, Object> row) throws IOException {
        switch (geometry) {
            case CELL -> hexagon(json, (String) row.get("cell"));
            case POINT -> point(json, (Double) row.get("longitude"), (Double) row.get("latitude"));
            case AREA -> outline(json, outlines.of((String) row.get("area_code")));
            default -> json.writeNull();
        }
    }

    private static void hexagon(JsonGenerator json, String cell) throws IOException {
        Coordinate[] corners = Cells.boundary(Cells.parse(cell)).stream()
                .map(corner -> new Coordinate(corner.lng, corner.lat))
                .toArray(Coordinate[]::new);
        begin(json, "Polygon");
        json.writeStartArray();
        json.writeStartArray();
        for (Coordinate corner : corners) {
            position(json, corner.x, corner.y);
        }
        position(json, corners[0].x, corners[0].y);
        json.writeEndArray();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void point(JsonGenerator json, Double longitude, Double latitude) throws IOException {
        if (longitude == null || latitude == null) {
            json.writeNull();
            return;
        }
        begin(json, "Point");
        position(json, longitude, latitude);
        json.writeEndObject();
    }

    private static void outline(JsonGenerator json, org.locationtech.jts.geom.Geometry outline) throws IOException {
        if (outline == null) {
            json.writeNull();
            return;
        }
        begin(json, "MultiPolygon");
        json.writeStartArray();
        for (int i = 0; i < outline.getNumGeometries(); i++) {
            polygon(json, (Polygon) outline.getGeometryN(i));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void polygon(JsonGenerator json, Polygon polygon) throws IOException {
        json.writeStartArray();
        ring(json, polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            ring(json, polygon.getInteriorRingN(i));
        }
        json.writeEndArray();
    }

    private static void ring(JsonGenerator json, LinearRing ring) throws IOException {
        json.writeStartArray();
        for (Coordinate corner : ring.getCoordinates()) {
            position(json, corner.x, corner.y);
        }
        json.writeEndArray();
    }

    private static void begin(JsonGenerator json, String type) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", type);
        json.writeFieldName("coordinates");
    }

    private static void position(JsonGenerator json, double longitude, double latitude) throws IOException {
        json.writeStartArray();
        json.writeNumber(Math.rint(longitude * DECIMALS) / DECIMALS);
        json.writeNumber(Math.rint(latitude * DECIMALS) / DECIMALS);
        json.writeEndArray();
    }
}
