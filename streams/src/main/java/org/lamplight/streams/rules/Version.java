package org.lamplight.streams.rules;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.lamplight.schemas.Incident;
import org.lamplight.schemas.Removal;

/**
 * One version of a report as it arrived, or its removal for good.
 *
 * @param id incident id
 * @param source id of the source
 * @param revision the source's revision; empty where it gives none
 * @param receivedAt when this version was received
 * @param incident the report as it now stands; empty if it is withdrawn or removed
 * @param removal why it is removed for good; empty for what a source sent
 */
public record Version(
        String id,
        String source,
        OptionalLong revision,
        Instant receivedAt,
        Optional<Incident> incident,
        Optional<Removal> removal) {}
