package org.lamplight.local.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamplight.local.registry.Routes.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes HTTP requests to their route and answers back as JSON. */
final class Router implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Router.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_BODY = 2 << 20;

    private record Answer(int status, Object body) {}

    private final List<Route> routes;

    Router(List<Route> routes) {
        this.routes = routes;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = JSON.writeValueAsBytes(answer.body);
            exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
            exchange.sendResponseHeaders(answer.status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            JsonNode body = body(exchange);
            List<String> path = segments(exchange.getRequestURI().getRawPath());
            return new Answer(200, route(exchange.getRequestMethod(), path, query(exchange), body));
        } catch (RegistryError e) {
            return new Answer(e.status(), Map.of("error_code", e.code(), "message", e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("A request to the schema registry failed", e);
            return new Answer(500, Map.of("error_code", 500, "message", "Internal error; see the registry's log."));
        }
    }

    private Object route(String method, List<String> path, Map<String, String> query, JsonNode body) {
        boolean known = false;
        for (Route route : routes) {
            Optional<Map<String, String>> parameters = match(route.path(), path);
            if (parameters.isPresent() && route.method().equals(method)) {
                return route.handler().apply(new Request(parameters.get(), query, body));
            }
            known |= parameters.isPresent();
        }
        throw known ? RegistryError.noSuchMethod() : RegistryError.noSuchPath();
    }

    /** The parts of a path between its slashes, decoded. */
    static List<String> segments(String path) {
        return Arrays.stream(path.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                // In a path, unlike in a form, a plus sign is a plus sign.
                .map(segment -> decode(segment.replace("+", "%2B")))
                .toList();
    }

    private static Optional<Map<String, String>> match(List<String> pattern, List<String> path) {
        if (pattern.size() != path.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String expected = pattern.get(i);
            if (expected.startsWith("{")) {
                parameters.put(expected.substring(1, expected.length() - 1), path.get(i));
            } else if (!expected.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String text =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(LARGEST_BODY);
        if (bytes.length == 0) {
            return JSON.createObjectNode();
        }
        // A web page can make a browser send anything here except this.
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.contains("json")) {
            throw RegistryError.notJson();
        }
        try {
            JsonNode body = JSON.readTree(bytes);
            if (body.isObject() && bytes.length < LARGEST_BODY) {
                return body;
            }
        } catch (JsonProcessingException e) {
            LOG.debug("The body is not JSON", e);
        }
        throw RegistryError.badBody();
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw RegistryError.noSuchPath();
        }
    }
}
