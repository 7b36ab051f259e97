package org.lamplight.local.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamplight.schemas.registry.Compatibility;

/**
 * A request as the routes see it.
 *
 * @param parameters what stands in the path where the route has a name in braces
 * @param query what stands after the question mark
 * @param body the JSON body; an empty object where there is none
 */
record Request(Map<String, String> parameters, Map<String, String> query, JsonNode body) {

    String subject() {
        return parameters.get("subject");
    }

    /** The id in the path; one that is no number is unknown. */
    int id() {
        return number(parameters.get("id")).orElseThrow(RegistryError::noSuchSchema);
    }

    /** The version in the path; empty for the latest. */
    Optional<Integer> version() {
        String version = parameters.get("version");
        if (List.of("latest", "-1").contains(version)) {
            return Optional.empty();
        }
        return Optional.of(
                number(version).filter(number -> number > 0).orElseThrow(() -> RegistryError.invalidVersion(version)));
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(query.getOrDefault(name, "false"));
    }

    /** The schema in the body, which must be Avro and stand on its own. */
    String schema() {
        if (!body.path("schemaType").asText("AVRO").equals("AVRO")
                || !body.path("references").isEmpty()) {
            throw RegistryError.invalidSchema("this registry takes Avro schemas without references only.");
        }
        return body.path("schema").asText();
    }

    Compatibility level() {
        try {
            return Compatibility.valueOf(body.path("compatibility").asText());
        } catch (IllegalArgumentException e) {
            throw RegistryError.invalidLevel();
        }
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
