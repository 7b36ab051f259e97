package org.lamplight.reporting;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;
import org.lamplight.reporting.access.Audience;
import org.lamplight.reporting.catalogue.Catalogue.Entry;
import org.lamplight.reporting.catalogue.Collection;
import org.lamplight.reporting.catalogue.Column;
import org.lamplight.reporting.catalogue.Geometry;
import org.lamplight.reporting.http.Answer;
import org.lamplight.reporting.http.Ask;
import org.lamplight.reporting.http.Json;
import org.lamplight.reporting.http.Link;
import org.lamplight.reporting.items.Format;

/** What OGC API Features (Part 1, and Part 3's queryables) has a service say of itself, and who is asking. */
final class Descriptions {
    private static final String JSON = Format.JSON.type();
    private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private static final List<String> CONFORMS = List.of(
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables");

    private final String attribution;
    private final double[] box;

    Descriptions(AreaBook book) {
        attribution = book.attribution();
        box = box(book);
    }

    Answer landing(Ask ask) {
        String root = ask.base() + Api.ROOT;
        return json(json -> {
            json.writeStringField("title", "Lamplight");
            json.writeStringField(
                    "description", "Where reports of unsafe places concentrate, and how they develop. Read-only.");
            json.writeStringField("attribution", attribution);
            Link.write(
                    json,
                    List.of(
                            new Link("self", JSON, "This page", root),
                            new Link("service-desc", OpenApi.TYPE, "The API in OpenAPI 3.1", root + "/openapi.json"),
                            new Link("conformance", JSON, "Standards it keeps", root + "/conformance"),
                            new Link("data", JSON, "What there is", root + "/collections")));
        });
    }

    Answer conformance() {
        return json(json -> {
            json.writeFieldName("conformsTo");
            Json.value(json, CONFORMS);
        });
    }

    Answer me(Ask ask, List<Entry> readable) {
        Audience audience = ask.caller().audience();
        return json(json -> {
            json.writeStringField("audience", audience.kind().name().toLowerCase(Locale.ROOT));
            json.writeStringField("name", audience.title());
            json.writeFieldName("council");
            if (audience.council().isPresent()) {
                json.writeStartObject();
                json.writeStringField("code", audience.council().get().code());
                json.writeStringField("name", audience.council().get().name());
                json.writeEndObject();
            } else {
                json.writeNull();
            }
            json.writeFieldName("collections");
            Json.value(
                    json,
                    readable.stream().map(entry -> entry.collection().id()).toList());
        });
    }

    Answer collections(Ask ask, List<Entry> readable) {
        return json(json -> {
            json.writeArrayFieldStart("collections");
            for (Entry entry : readable) {
                json.writeStartObject();
                collection(json, ask, entry);
                json.writeEndObject();
            }
            json.writeEndArray();
            Link.write(json, List.of(new Link("self", JSON, "What there is", ask.base() + Api.ROOT + "/collections")));
        });
    }

    Answer collection(Ask ask, Entry entry) {
        return json(json -> collection(json, ask, entry));
    }

    Answer queryables(Ask ask, Entry entry, Map<String, List<Object>> listed) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Column column : entry.columns().values()) {
            Map<String, Object> schema = OpenApi.column(column, false);
            if (listed.containsKey(column.name())) {
                schema.put("enum", listed.get(column.name()));
            }
            properties.put(column.name(), schema);
        }
        return Answer.of("application/schema+json", Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.writeStringField("$id", address(ask, entry) + "/queryables");
            json.writeStringField("type", "object");
            json.writeStringField("title", entry.collection().title());
            json.writeFieldName("properties");
            Json.value(json, properties);
            json.writeBooleanField("additionalProperties", false);
            json.writeEndObject();
        }));
    }

    private void collection(JsonGenerator json, Ask ask, Entry entry) throws IOException {
        Collection collection = entry.collection();
        String address = address(ask, entry);
        json.writeStringField("id", collection.id());
        json.writeStringField("title", collection.title());
        json.writeStringField("description", entry.description());
        json.writeStringField("itemType", "feature");
        if (collection.geometry() != Geometry.NONE) {
            json.writeStringField("attribution", attribution);
            json.writeObjectFieldStart("extent");
            json.writeObjectFieldStart("spatial");
            json.writeArrayFieldStart("bbox");
            json.writeArray(box, 0, box.length);
            json.writeEndArray();
            json.writeStringField("crs", CRS84);
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeFieldName("crs");
        Json.value(json, List.of(CRS84));
        Link.write(
                json,
                List.of(
                        new Link("self", JSON, collection.title(), address),
                        new Link("items", Format.GEOJSON.type(), "As GeoJSON", address + "/items.geojson"),
                        new Link("items", JSON, "As JSON", address + "/items.json"),
                        new Link("items", Format.CSV.type(), "As CSV", address + "/items.csv"),
                        new Link("items", Format.HTML.type(), "As a page", address + "/items.html"),
                        new Link(
                                "http://www.opengis.net/def/rel/ogc/1.0/queryables",
                                "application/schema+json",
                                "What to filter by",
                                address + "/queryables")));
    }

    private static String address(Ask ask, Entry entry) {
        return ask.base() + Api.ROOT + "/collections/" + entry.collection().id();
    }

    private static Answer json(Json.Writing members) {
        return Answer.of(JSON, Json.bytes(json -> {
            json.writeStartObject();
            members.to(json);
            json.writeEndObject();
        }));
    }

    /** West, south, east, north of the study area. */
    private static double[] box(AreaBook book) {
        double[] box = {180, 90, -180, -90};
        LongStream.of(book.cells(Cells.RESOLUTION - 2))
                .mapToObj(Cells::boundary)
                .forEach(corners -> corners.forEach(corner -> {
                    box[0] = Math.min(box[0], corner.lng);
                    box[1] = Math.min(box[1], corner.lat);
                    box[2] = Math.max(box[2], corner.lng);
                    box[3] = Math.max(box[3], corner.lat);
                }));
        return box;
    }
}
