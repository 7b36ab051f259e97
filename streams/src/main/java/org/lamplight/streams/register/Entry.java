package org.lamplight.streams.register;

import java.time.Instant;
import java.util.OptionalLong;
import org.lamplight.schemas.Incident;

/** What the register knows of one report. */
public sealed interface Entry {
    /** The highest revision seen; empty where the source gives none, or none counts any more. */
    OptionalLong revision();

    /**
     * A report that counts.
     *
     * @param incident its latest version
     * @param revision see {@link Entry#revision}
     * @param firstReceivedAt when its first version was received
     */
    record Standing(Incident incident, OptionalLong revision, Instant firstReceivedAt) implements Entry {}

    /** The marker of a report that was withdrawn: nothing of its content is kept. */
    record Withdrawn(OptionalLong revision) implements Entry {}

    /** The marker of a report that was removed for good: nothing that comes later is taken. */
    record Removed() implements Entry {
        @Override
        public OptionalLong revision() {
            return OptionalLong.empty();
        }
    }
}
