package org.lamplight.local.registry;

import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lamplight.local.registry.Subject.Version;
import org.lamplight.schemas.registry.Compatibility;

/** The Confluent REST API, path by path, on top of a {@link SchemaStore}. */
final class Routes {
    /** What answers a path: the answer is turned into JSON. */
    record Route(String method, List<String> path, Function<Request, Object> handler) {}

    private final SchemaStore store;
    private final List<Route> routes = new ArrayList<>();

    Routes(SchemaStore store) {
        this.store = store;
        add("GET", "/", request -> Map.of());
        add("GET", "/schemas/types", request -> List.of("AVRO"));
        add("GET", "/schemas/ids/{id}", request -> Map.of("schema", schema(request)));
        add("GET", "/schemas/ids/{id}/schema", request -> new RawValue(schema(request)));
        add("GET", "/schemas/ids/{id}/subjects", this::subjectsOfId);
        add("GET", "/schemas/ids/{id}/versions", this::versionsOfId);
        add("GET", "/subjects", this::subjects);
        add("POST", "/subjects/{subject}", this::lookUp);
        add("DELETE", "/subjects/{subject}", this::deleteSubject);
        add("GET", "/subjects/{subject}/versions", this::versions);
        add("POST", "/subjects/{subject}/versions", this::register);
        add("GET", "/subjects/{subject}/versions/{version}", this::version);
        add(
                "GET",
                "/subjects/{subject}/versions/{version}/schema",
                request -> new RawValue(version(request).schema()));
        add("GET", "/subjects/{subject}/versions/{version}/referencedby", request -> List.of());
        add("DELETE", "/subjects/{subject}/versions/{version}", this::deleteVersion);
        add("POST", "/compatibility/subjects/{subject}/versions", this::checkAll);
        add("POST", "/compatibility/subjects/{subject}/versions/{version}", this::checkOne);
        add("GET", "/config", request -> level(globalLevel()));
        add("PUT", "/config", request -> setLevel(SchemaStore.ALL, request));
        add("DELETE", "/config", request -> removeLevel(SchemaStore.ALL, globalLevel()));
        add("GET", "/config/{subject}", this::levelOfSubject);
        add("PUT", "/config/{subject}", request -> setLevel(request.subject(), request));
        add("DELETE", "/config/{subject}", request -> removeLevel(request.subject(), ownLevel(request)));
        add("GET", "/mode", request -> Map.of("mode", "READWRITE"));
        add("GET", "/mode/{subject}", request -> Map.of("mode", "READWRITE"));
    }

    List<Route> all() {
        return routes;
    }

    private void add(String method, String path, Function<Request, Object> handler) {
        routes.add(new Route(method, Router.segments(path), handler));
    }

    private String schema(Request request) {
        return store.uses(request.id(), true).get(0).schema();
    }

    private List<String> subjectsOfId(Request request) {
        return store.uses(request.id(), request.flag("deleted")).stream()
                .map(Version::subject)
                .distinct()
                .toList();
    }

    private List<?> versionsOfId(Request request) {
        return store.uses(request.id(), request.flag("deleted")).stream()
                .map(use -> Map.of("subject", use.subject(), "version", use.version()))
                .toList();
    }

    private List<String> subjects(Request request) {
        return store.subjects(request.query().getOrDefault("subjectPrefix", ""), request.flag("deleted"));
    }

    private Version lookUp(Request request) {
        return store.lookUp(request.subject(), request.schema(), request.flag("deleted"));
    }

    private Map<String, ?> register(Request request) {
        return Map.of("id", store.register(request.subject(), request.schema()).id());
    }

    private List<Integer> deleteSubject(Request request) {
        return store.delete(request.subject(), request.flag("permanent"));
    }

    private List<Integer> versions(Request request) {
        return store.versions(request.subject(), request.flag("deleted")).stream()
                .map(Version::version)
                .toList();
    }

    private Version version(Request request) {
        return request.version()
                .map(number -> store.version(request.subject(), number, request.flag("deleted")))
                .orElseGet(() -> store.latest(request.subject()));
    }

    private int deleteVersion(Request request) {
        int version = request.version()
                .orElseGet(() -> store.latest(request.subject()).version());
        return store.delete(request.subject(), version, request.flag("permanent"));
    }

    private Map<String, ?> checkAll(Request request) {
        return verdict(request, store.problems(request.subject(), Optional.empty(), request.schema()));
    }

    private Map<String, ?> checkOne(Request request) {
        int version = request.version()
                .orElseGet(() -> store.latest(request.subject()).version());
        return verdict(request, store.problems(request.subject(), Optional.of(version), request.schema()));
    }

    private static Map<String, ?> verdict(Request request, List<String> problems) {
        return request.flag("verbose")
                ? Map.of("is_compatible", problems.isEmpty(), "messages", problems)
                : Map.of("is_compatible", problems.isEmpty());
    }

    private Compatibility globalLevel() {
        return store.ownLevel(SchemaStore.ALL).orElse(Compatibility.BACKWARD);
    }

    private Compatibility ownLevel(Request request) {
        return store.ownLevel(request.subject()).orElseThrow(() -> RegistryError.noLevel(request.subject()));
    }

    private Map<String, ?> levelOfSubject(Request request) {
        boolean inherits = request.flag("defaultToGlobal")
                && store.ownLevel(request.subject()).isEmpty();
        return level(inherits ? globalLevel() : ownLevel(request));
    }

    private Map<String, ?> setLevel(String subject, Request request) {
        Compatibility level = request.level();
        store.setLevel(subject, level);
        return Map.of("compatibility", level);
    }

    private Map<String, ?> removeLevel(String subject, Compatibility before) {
        store.removeLevel(subject);
        return level(before);
    }

    private static Map<String, ?> level(Compatibility level) {
        return Map.of("compatibilityLevel", level);
    }
}
