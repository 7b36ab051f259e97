package org.lamplight.schemas.registry;

import org.apache.avro.Schema;

/**
 * What the pipeline needs of a schema registry. Schemas are sent as {@link PublishedSchema} makes them. Safe for use by
 * many threads.
 *
 * <p>Every method throws {@link RegistryUnavailableException} if no registry can be reached (try again later) and
 * {@link RegistryException} if it refuses (trying again does not help).
 */
public interface SchemaRegistry {

    /** Registers a schema as the newest version of a subject, unless it is a version already, and returns its id. */
    int register(String subject, Schema schema);

    /** The id of a schema that is a version of the subject already. */
    int lookUp(String subject, Schema schema);

    /** The schema of an id. */
    Schema schema(int id);

    /** Sets what a new version of the subject must be compatible with. */
    void setCompatibility(String subject, Compatibility level);

    /** What a new version of the subject must be compatible with, as was set for it. */
    Compatibility compatibility(String subject);

    /** The registry that a configuration names, remembering every id and schema it has seen. */
    static SchemaRegistry connect(RegistryConfig config) {
        SchemaRegistry registry = config.mockScope()
                .map(scope -> (SchemaRegistry) MockRegistry.of(scope))
                .orElseGet(() -> new HttpRegistry(config));
        return new CachedRegistry(registry);
    }
}
