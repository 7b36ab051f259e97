package org.lamplight.schemas.registry;

import java.util.Collection;
import org.lamplight.schemas.Topic;

/**
 * Makes a registry ready for the pipeline at start-up: every topic's compatibility level, then its current schema. The
 * level is always set, because registries differ in their default (Apicurio checks nothing unless told to).
 */
public final class RegistrySetup {
    private RegistrySetup() {}

    /** Sets the levels and registers the schemas of these topics; doing it again changes nothing. */
    public static void prepare(SchemaRegistry registry, Collection<Topic<?>> topics) {
        for (Topic<?> topic : topics) {
            registry.setCompatibility(topic.subject(), levelOf(topic.name()));
            registry.register(topic.subject(), PublishedSchema.of(topic.schema()));
        }
    }

    /** What a new version of a topic's schema must be compatible with. */
    public static Compatibility levelOf(String topic) {
        // Partners upgrade when they like, so they must read both older and newer records than they know.
        return topic.startsWith("partner.") ? Compatibility.FULL_TRANSITIVE : Compatibility.BACKWARD_TRANSITIVE;
    }
}
