package org.lamplight.schemas.registry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** Remembers what a registry has answered: an id and its schema never change. Refusals are asked again. */
final class CachedRegistry implements SchemaRegistry {
    // By text, because Avro's own equality ignores documentation and defaults of enums.
    private record Version(String subject, String schema) {}

    private final SchemaRegistry registry;
    private final Map<Version, Integer> registered = new ConcurrentHashMap<>();
    private final Map<Version, Integer> known = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    CachedRegistry(SchemaRegistry registry) {
        this.registry = registry;
    }

    @Override
    public int register(String subject, Schema schema) {
        return registered.computeIfAbsent(
                new Version(subject, schema.toString()), version -> registry.register(subject, schema));
    }

    @Override
    public int lookUp(String subject, Schema schema) {
        return known.computeIfAbsent(
                new Version(subject, schema.toString()), version -> registry.lookUp(subject, schema));
    }

    @Override
    public Schema schema(int id) {
        return schemas.computeIfAbsent(id, registry::schema);
    }

    @Override
    public void setCompatibility(String subject, Compatibility level) {
        registry.setCompatibility(subject, level);
    }

    @Override
    public Compatibility compatibility(String subject) {
        return registry.compatibility(subject);
    }
}
