package org.lamplight.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;

/** Finds values in a page by their path, parts joined by dots. */
final class Json {
    private Json() {}

    /** The value at a path; a missing node where there is none. */
    static JsonNode at(JsonNode page, String path) {
        JsonNode node = page;
        for (String name : path.isEmpty() ? new String[0] : path.split("\\.")) {
            node = node.isObject() ? node.path(name) : MissingNode.getInstance();
        }
        return node;
    }

    /** The text or number at a path; empty where there is none, or it is null or blank. */
    static Optional<String> text(JsonNode page, String path) {
        JsonNode node = at(page, path);
        return node.isTextual() || node.isNumber()
                ? Optional.of(node.asText()).filter(text -> !text.isBlank())
                : Optional.empty();
    }
}
