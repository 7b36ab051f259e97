package org.lamplight.local.config;

import java.time.Duration;
import org.lamplight.schemas.Erasure;

/**
 * How long what is held is kept, apart from reports, for which each {@linkplain SourceConfig source} has its own answer.
 *
 * @param erasure by when nothing of a withdrawn report is left in topics and stores, and how often the job runs
 * @param files how long exports are kept that were read or refused
 */
public record RetentionConfig(Erasure erasure, Duration files) {
    /** Refuses a time that is none. */
    public RetentionConfig {
        if (files.isNegative()) {
            throw new IllegalArgumentException("retention.files is negative: it must be a length of time.");
        }
    }
}
