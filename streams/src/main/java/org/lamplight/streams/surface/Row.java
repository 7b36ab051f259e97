package org.lamplight.streams.surface;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.lamplight.schemas.Topic;

/**
 * A row of one of the topics that follow from a surface.
 *
 * @param topic where it goes
 * @param value the row; empty where there is none any more
 */
public record Row<V extends SpecificRecord>(Topic<V> topic, Optional<V> value) {}
