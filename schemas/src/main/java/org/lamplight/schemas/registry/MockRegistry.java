package org.lamplight.schemas.registry;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/**
 * A registry in memory, for tests: {@code mock://<scope>}. Serdes that name the same scope share it, which is why the
 * scopes are the one thing here that belongs to the JVM. It checks no compatibility.
 */
final class MockRegistry implements SchemaRegistry {
    private static final Map<String, MockRegistry> SCOPES = new ConcurrentHashMap<>();

    private record Version(String subject, int id) {}

    private final Map<String, Integer> ids = new LinkedHashMap<>();
    private final Map<Integer, Schema> schemas = new LinkedHashMap<>();
    private final Set<Version> versions = new HashSet<>();

    private MockRegistry() {}

    static MockRegistry of(String scope) {
        return SCOPES.computeIfAbsent(scope, name -> new MockRegistry());
    }

    @Override
    public synchronized int register(String subject, Schema schema) {
        int id = ids.computeIfAbsent(schema.toString(), text -> ids.size() + 1);
        schemas.putIfAbsent(id, schema);
        versions.add(new Version(subject, id));
        return id;
    }

    @Override
    public synchronized int lookUp(String subject, Schema schema) {
        Integer id = ids.get(schema.toString());
        if (id == null || !versions.contains(new Version(subject, id))) {
            throw new RegistryException("The schema is not registered under the subject " + subject + ".", 404);
        }
        return id;
    }

    @Override
    public synchronized Schema schema(int id) {
        Schema schema = schemas.get(id);
        if (schema == null) {
            throw new RegistryException("There is no schema with the id " + id + ".", 404);
        }
        return schema;
    }

    @Override
    public void setCompatibility(String subject, Compatibility level) {
        // Nothing is checked in memory, so there is nothing to remember.
    }

    @Override
    public Compatibility compatibility(String subject) {
        return Compatibility.NONE;
    }
}
