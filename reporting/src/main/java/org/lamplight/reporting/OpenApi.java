package org.lamplight.reporting;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lamplight.reporting.catalogue.Catalogue;
import org.lamplight.reporting.catalogue.Catalogue.Entry;
import org.lamplight.reporting.catalogue.Column;
import org.lamplight.reporting.http.Answer;
import org.lamplight.reporting.http.Ask;
import org.lamplight.reporting.http.Json;
import org.lamplight.reporting.items.Format;
import org.lamplight.reporting.items.ItemsQuery;

/** The API in OpenAPI 3.1, made from the collections as the database has them. */
final class OpenApi {
    static final String TYPE = "application/vnd.oai.openapi+json;version=3.1";

    private static final String STRING = "string";
    /** What parameters mean that are no columns. */
    private static final Map<String, String> MEANING = Map.of(
            ItemsQuery.LIMIT,
            "At most so many rows.",
            ItemsQuery.OFFSET,
            "So many rows are left out first.",
            ItemsQuery.SORT,
            "Columns to sort by, with commas between them; a minus before one sorts downwards.",
            ItemsQuery.FIELDS,
            "Columns to show, with commas between them.",
            "bbox",
            "West, south, east, north in degrees: rows whose cell, point or area meets the box.",
            "datetime",
            "A date, an instant, or an interval such as 2026-01-01/.. that the row's time must meet.",
            "council",
            "Code or name of a council.",
            "ward",
            "Code or name of a ward.",
            "area",
            "Code or name of an area.");

    private static final Map<String, String> PAGES = Map.of(
            "/api", "What there is",
            "/api/conformance", "Standards it keeps",
            "/api/openapi.json", "This description",
            "/api/me", "Who is asking",
            "/api/collections", "The collections that the caller may read",
            "/api/live", "Server-sent events: which collections have changed");

    Answer describe(Ask ask, Catalogue catalogue) {
        return Answer.of(TYPE, Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("openapi", "3.1.0");
            json.writeObjectFieldStart("info");
            json.writeStringField("title", "Lamplight");
            json.writeStringField(
                    "description", "Reports of unsafe places: where they concentrate and how they develop. Read-only.");
            json.writeStringField("version", "1");
            json.writeEndObject();
            json.writeArrayFieldStart("servers");
            json.writeStartObject();
            json.writeStringField("url", ask.base());
            json.writeEndObject();
            json.writeEndArray();
            json.writeArrayFieldStart("security");
            for (String scheme : List.of("bearer", "basic")) {
                json.writeStartObject();
                json.writeArrayFieldStart(scheme);
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeStartObject();
            json.writeEndObject();
            json.writeEndArray();
            json.writeObjectFieldStart("paths");
            paths(json, catalogue);
            json.writeEndObject();
            components(json, catalogue);
            json.writeEndObject();
        }));
    }

    private static void paths(JsonGenerator json, Catalogue catalogue) throws IOException {
        for (String path : PAGES.keySet().stream().sorted().toList()) {
            json.writeObjectFieldStart(path);
            String type = path.endsWith("live")
                    ? "text/event-stream"
                    : path.endsWith("openapi.json") ? TYPE : "application/json";
            operation(json, PAGES.get(path), List.of(), Map.of(type, ""));
            json.writeEndObject();
        }
        for (Entry entry : catalogue.entries()) {
            String path = "/api/collections/" + entry.collection().id();
            json.writeObjectFieldStart(path);
            operation(json, entry.collection().title(), List.of(), Map.of("application/json", ""));
            json.writeEndObject();
            json.writeObjectFieldStart(path + "/queryables");
            operation(json, "What to filter by", List.of(), Map.of("application/schema+json", ""));
            json.writeEndObject();
            for (Format format : Format.values()) {
                json.writeObjectFieldStart(path + "/items." + format.suffix());
                String schema = format == Format.JSON ? entry.collection().id() : "";
                operation(json, entry.description(), parameters(entry), Map.of(format.type(), schema));
                json.writeEndObject();
            }
        }
    }

    private record Parameter(String name, String description, Column column) {}

    private static List<Parameter> parameters(Entry entry) {
        return ItemsQuery.parameters(entry).stream()
                .map(name -> {
                    Column column = entry.columns().get(name);
                    return new Parameter(name, column == null ? MEANING.get(name) : filter(column), column);
                })
                .toList();
    }

    private static String filter(Column column) {
        return (column.type().isOrdered() ? "A value, or a range such as a..b: " : "One or several values: ")
                + column.description();
    }

    private static void operation(
            JsonGenerator json, String summary, List<Parameter> parameters, Map<String, String> contents)
            throws IOException {
        json.writeObjectFieldStart("get");
        json.writeStringField("summary", summary);
        json.writeArrayFieldStart("parameters");
        for (Parameter parameter : parameters) {
            json.writeStartObject();
            json.writeStringField("name", parameter.name());
            json.writeStringField("in", "query");
            json.writeStringField("description", parameter.description());
            json.writeObjectFieldStart("schema");
            schema(json, parameter);
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("responses");
        json.writeObjectFieldStart("200");
        json.writeStringField("description", "The answer");
        json.writeObjectFieldStart("content");
        for (Map.Entry<String, String> content : contents.entrySet()) {
            json.writeObjectFieldStart(content.getKey());
            if (!content.getValue().isEmpty()) {
                json.writeObjectFieldStart("schema");
                json.writeStringField("$ref", "#/components/schemas/" + content.getValue());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeObjectFieldStart("default");
        json.writeStringField("$ref", "#/components/responses/problem");
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void schema(JsonGenerator json, Parameter parameter) throws IOException {
        if (Set.of(ItemsQuery.LIMIT, ItemsQuery.OFFSET).contains(parameter.name())) {
            boolean isLimit = parameter.name().equals(ItemsQuery.LIMIT);
            json.writeStringField("type", "integer");
            json.writeNumberField("minimum", isLimit ? 1 : 0);
            json.writeNumberField("default", isLimit ? ItemsQuery.USUAL : 0);
            if (isLimit) {
                json.writeNumberField("maximum", ItemsQuery.MOST);
            }
        } else if (parameter.column() != null && parameter.column().type() == Column.Type.BOOLEAN) {
            json.writeStringField("type", "boolean");
        } else {
            json.writeStringField("type", STRING);
        }
    }

    private static void components(JsonGenerator json, Catalogue catalogue) throws IOException {
        json.writeObjectFieldStart("components");
        json.writeObjectFieldStart("securitySchemes");
        for (String scheme : List.of("bearer", "basic")) {
            json.writeObjectFieldStart(scheme);
            json.writeStringField("type", "http");
            json.writeStringField("scheme", scheme);
            json.writeStringField(
                    "description",
                    scheme.equals("bearer") ? "A token." : "Any user name, and the token as the password.");
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeObjectFieldStart("responses");
        json.writeObjectFieldStart("problem");
        json.writeStringField("description", "Why there is no answer (RFC 9457)");
        json.writeObjectFieldStart("content");
        json.writeObjectFieldStart("application/problem+json");
        json.writeObjectFieldStart("schema");
        json.writeStringField("$ref", "#/components/schemas/problem");
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeObjectFieldStart("schemas");
        problem(json);
        for (Entry entry : catalogue.entries()) {
            rows(json, entry);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void problem(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("problem");
        json.writeStringField("type", "object");
        json.writeObjectFieldStart("properties");
        for (String member : List.of("type", "title", "detail", "parameter")) {
            json.writeObjectFieldStart(member);
            json.writeStringField("type", STRING);
            json.writeEndObject();
        }
        json.writeObjectFieldStart("status");
        json.writeStringField("type", "integer");
        json.writeEndObject();
        json.writeEndObject();
        json.writeFieldName("required");
        Json.value(json, List.of("title", "status", "detail"));
        json.writeEndObject();
    }

    private static void rows(JsonGenerator json, Entry entry) throws IOException {
        json.writeObjectFieldStart(entry.collection().id());
        json.writeStringField("type", "object");
        json.writeFieldName("required");
        Json.value(json, List.of("collection", "numberMatched", "numberReturned", "items", "links"));
        json.writeObjectFieldStart("properties");
        for (String number : List.of("numberMatched", "numberReturned")) {
            json.writeObjectFieldStart(number);
            json.writeStringField("type", "integer");
            json.writeEndObject();
        }
        json.writeObjectFieldStart("items");
        json.writeStringField("type", "array");
        json.writeObjectFieldStart("items");
        json.writeStringField("type", "object");
        json.writeBooleanField("additionalProperties", false);
        json.writeObjectFieldStart("properties");
        for (Column column : entry.columns().values()) {
            json.writeObjectFieldStart(column.name());
            Schemas.column(json, column, true);
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }
}
