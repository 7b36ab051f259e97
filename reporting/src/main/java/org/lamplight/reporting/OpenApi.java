package org.lamplight.reporting;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    private static final String OBJECT = "application/json";
    private static final String DESCRIPTION = "description";
    private static final String SCHEMA = "schema";

    /** What parameters mean that are no columns. */
    private static final Map<String, String> MEANING = Map.of(
            ItemsQuery.LIMIT,
            "At most so many rows; never more than " + ItemsQuery.MOST + ".",
            ItemsQuery.OFFSET,
            "So many rows are left out first.",
            ItemsQuery.SORT,
            "Columns to sort by, with commas between them; a minus before one sorts downwards.",
            ItemsQuery.FIELDS,
            "Columns to show, with commas between them.",
            "bbox",
            "West, south, east, north in degrees: rows whose cell, point or area meets the box, and all that have no place.",
            "datetime",
            "A date, an instant, or an interval such as 2026-01-01/..: rows whose time meets it, and all that have no time.",
            "council",
            "Code or name of a council.",
            "ward",
            "Code or name of a ward.",
            "area",
            "Code or name of an area.");

    private OpenApi() {}

    static Answer describe(Ask ask, Catalogue catalogue) {
        return Answer.of(TYPE, Json.bytes(json -> Json.value(json, document(ask, catalogue))));
    }

    private static Map<String, Object> document(Ask ask, Catalogue catalogue) {
        return object(
                "openapi",
                "3.1.0",
                "info",
                object(
                        "title",
                        "Lamplight",
                        DESCRIPTION,
                        "Reports of unsafe places: where they concentrate and how they develop. Read-only.",
                        "version",
                        "1"),
                "servers",
                List.of(object("url", ask.base() + Api.ROOT)),
                // Some of it needs no signing in.
                "security",
                List.of(object("bearer", List.of()), object("basic", List.of()), object()),
                "paths",
                paths(catalogue),
                "components",
                object(
                        "securitySchemes",
                        object(
                                "bearer", scheme("bearer", "A token."),
                                "basic", scheme("basic", "Any user name, and the token as the password.")),
                        "responses",
                        object(
                                "problem",
                                object(
                                        DESCRIPTION,
                                        "Why there is no answer (RFC 9457)",
                                        "content",
                                        object(
                                                "application/problem+json",
                                                object(SCHEMA, reference("schemas", "problem"))))),
                        "parameters",
                        parameters(),
                        "schemas",
                        schemas(catalogue)));
    }

    private static Map<String, Object> paths(Catalogue catalogue) {
        Map<String, Object> paths = object(
                "/", get("What there is", OBJECT),
                "/conformance", get("Standards it keeps", OBJECT),
                "/openapi.json", get("This description", TYPE),
                "/me", get("Who is asking", OBJECT),
                "/live", get("Server-sent events: which collections have changed", "text/event-stream"),
                "/collections", get("The collections that the caller may read", OBJECT));
        for (Entry entry : catalogue.entries()) {
            String path = "/collections/" + entry.collection().id();
            paths.put(path, get(entry.collection().title(), OBJECT));
            paths.put(path + "/queryables", get("What to filter by", "application/schema+json"));
            paths.put(path + "/items", items(entry, List.of(Format.values())));
            for (Format format : Format.values()) {
                paths.put(path + "/items." + format.suffix(), items(entry, List.of(format)));
            }
            if (!entry.collection().key().isEmpty()) {
                paths.put(path + "/items/{featureId}", item(entry));
            }
        }
        return paths;
    }

    private static Map<String, Object> get(String summary, String type) {
        return object("get", object("summary", summary, "responses", responses(summary, object(type, object()))));
    }

    private static Map<String, Object> items(Entry entry, List<Format> formats) {
        Map<String, Object> content = object();
        formats.forEach(format -> content.put(
                format.type(),
                format == Format.JSON
                        ? object(SCHEMA, reference("schemas", entry.collection().id()))
                        : object()));
        List<Map<String, Object>> parameters = ItemsQuery.parameters(entry).stream()
                .map(name -> entry.has(name) ? column(entry.columns().get(name)) : reference("parameters", name))
                .toList();
        return object(
                "get",
                object(
                        "summary",
                        entry.description(),
                        "parameters",
                        parameters,
                        "responses",
                        responses("Rows", content)));
    }

    private static Map<String, Object> item(Entry entry) {
        String key = String.join(", ", entry.collection().key());
        Map<String, Object> id = object(
                "name",
                "featureId",
                "in",
                "path",
                "required",
                true,
                DESCRIPTION,
                "The values of " + key + ", with colons between them.",
                SCHEMA,
                object("type", "string"));
        return object(
                "get",
                object(
                        "summary",
                        "One row of: " + entry.collection().title(),
                        "parameters",
                        List.of(id),
                        "responses",
                        responses("A row", object(Format.GEOJSON.type(), object()))));
    }

    private static Map<String, Object> column(Column column) {
        String values = column.type().isOrdered() ? "A value, or a range such as a..b: " : "One or several values: ";
        return parameter(column.name(), values + column.description(), object("type", "string"));
    }

    /** The parameters that are no columns. */
    private static Map<String, Object> parameters() {
        Map<String, Object> parameters = object();
        new TreeMap<>(MEANING).forEach((name, meaning) -> parameters.put(name, parameter(name, meaning, schema(name))));
        return parameters;
    }

    private static Map<String, Object> schema(String parameter) {
        return switch (parameter) {
            case ItemsQuery.LIMIT ->
                object("type", "integer", "minimum", 1, "maximum", ItemsQuery.MOST, "default", ItemsQuery.USUAL);
            case ItemsQuery.OFFSET -> object("type", "integer", "minimum", 0, "default", 0);
            default -> object("type", "string");
        };
    }

    /** A parameter of the query; several values have commas between them. */
    private static Map<String, Object> parameter(String name, String meaning, Map<String, Object> schema) {
        return object(
                "name", name, "in", "query", DESCRIPTION, meaning, "style", "form", "explode", false, SCHEMA, schema);
    }

    private static Map<String, Object> responses(String description, Map<String, Object> content) {
        return object(
                "200",
                object(DESCRIPTION, description, "content", content),
                "default",
                reference("responses", "problem"));
    }

    private static Map<String, Object> reference(String kind, String name) {
        return object("$ref", "#/components/" + kind + "/" + name);
    }

    private static Map<String, Object> scheme(String name, String description) {
        return object("type", "http", "scheme", name, DESCRIPTION, description);
    }

    private static Map<String, Object> schemas(Catalogue catalogue) {
        Map<String, Object> schemas = object(
                "problem",
                record(
                        object(
                                "type", object("type", "string"),
                                "title", object("type", "string"),
                                "status", object("type", "integer"),
                                "detail", object("type", "string"),
                                "parameter", object("type", "string"),
                                "allowed", object("type", "array", "items", object("type", "string"))),
                        List.of("type", "title", "status", "detail")));
        for (Entry entry : catalogue.entries()) {
            Map<String, Object> columns = entry.columns().values().stream()
                    .collect(toMap(
                            Column::name, column -> column(column, true), (one, other) -> one, LinkedHashMap::new));
            schemas.put(
                    entry.collection().id(),
                    record(
                            object(
                                    "collection",
                                            object("const", entry.collection().id()),
                                    "numberMatched", object("type", "integer"),
                                    "numberReturned", object("type", "integer"),
                                    "items", object("type", "array", "items", record(columns, List.of())),
                                    "links", object("type", "array", "items", object("type", "object"))),
                            List.of("collection", "numberMatched", "numberReturned", "items", "links")));
        }
        return schemas;
    }

    /** An object with these members and no others. */
    private static Map<String, Object> record(Map<String, Object> members, List<String> required) {
        return object("type", "object", "properties", members, "required", required, "additionalProperties", false);
    }

    /** What a column's values look like in JSON, as JSON Schema puts it. */
    static Map<String, Object> column(Column column, boolean nullable) {
        String type =
                switch (column.type()) {
                    case INTEGER -> "integer";
                    case NUMBER -> "number";
                    case BOOLEAN -> "boolean";
                    case TEXTS -> "array";
                    default -> "string";
                };
        Map<String, Object> schema =
                object("type", nullable ? List.of(type, "null") : type, DESCRIPTION, column.description());
        switch (column.type()) {
            case TEXTS -> schema.put("items", object("type", "string"));
            case DATE -> schema.put("format", "date");
            case INSTANT -> schema.put("format", "date-time");
            default -> {
                // Its type says it all.
            }
        }
        return schema;
    }

    /** Names and values in turn. */
    private static Map<String, Object> object(Object... members) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            object.put((String) members[i], members[i + 1]);
        }
        return object;
    }
}
