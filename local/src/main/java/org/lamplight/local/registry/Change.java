package org.lamplight.local.registry;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.lamplight.schemas.registry.Compatibility;

/** What can happen to a registry. The log is a list of these, and the state is what they amount to. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Change.Registered.class, name = "registered"),
    @JsonSubTypes.Type(value = Change.Deleted.class, name = "deleted"),
    @JsonSubTypes.Type(value = Change.LevelSet.class, name = "level-set"),
    @JsonSubTypes.Type(value = Change.LevelRemoved.class, name = "level-removed")
})
sealed interface Change {

    /**
     * A subject has a new version.
     *
     * @param schema the text of the schema
     */
    record Registered(String subject, int version, int id, String schema) implements Change {}

    /**
     * Versions of a subject were deleted.
     *
     * @param permanent false if they can still be listed and are only hidden
     */
    record Deleted(String subject, List<Integer> versions, boolean permanent) implements Change {}

    /**
     * A compatibility level was set.
     *
     * @param subject the subject, or {@link SchemaStore#ALL}
     */
    record LevelSet(String subject, Compatibility level) implements Change {}

    /**
     * A compatibility level was taken back.
     *
     * @param subject the subject, or {@link SchemaStore#ALL}
     */
    record LevelRemoved(String subject) implements Change {}
}
