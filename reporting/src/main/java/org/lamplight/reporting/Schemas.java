package org.lamplight.reporting;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.lamplight.reporting.catalogue.Column;
import org.lamplight.reporting.http.Json;

/** What values of columns look like in JSON, as JSON Schema puts it. */
final class Schemas {
    private Schemas() {}

    /** Writes the members of a column's schema. */
    static void column(JsonGenerator json, Column column, boolean nullable) throws IOException {
        String type =
                switch (column.type()) {
                    case INTEGER -> "integer";
                    case NUMBER -> "number";
                    case BOOLEAN -> "boolean";
                    case TEXTS -> "array";
                    default -> "string";
                };
        json.writeFieldName("type");
        Json.value(json, nullable ? List.of(type, "null") : type);
        if (column.type() == Column.Type.TEXTS) {
            json.writeObjectFieldStart("items");
            json.writeStringField("type", "string");
            json.writeEndObject();
        } else if (column.type() == Column.Type.DATE) {
            json.writeStringField("format", "date");
        } else if (column.type() == Column.Type.INSTANT) {
            json.writeStringField("format", "date-time");
        }
        json.writeStringField("description", column.description());
    }
}
