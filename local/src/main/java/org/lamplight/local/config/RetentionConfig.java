package org.lamplight.local.config;

import java.time.Duration;
import org.lamplight.schemas.Erasure;

/**
 * How long what is held is kept, apart from reports, for which each {@linkplain SourceConfig source} has its own answer.
 *
 * @param erasure by when nothing of a withdrawn report is left in topics and stores, and how often the job runs
 * @param files how long exports are kept that were read or refused
 * @param accessLog how long it is kept who asked the reporting service for what
 */
public record RetentionConfig(Erasure erasure, Duration files, Duration accessLog) {
    /** Refuses a time that is none. */
    public RetentionConfig {
        if (files.isNegative()) {
            throw new IllegalArgumentException("retention.files is negative: it must be a length of time.");
        }
        if (accessLog.isNegative()) {
            throw new IllegalArgumentException("retention.access-log is negative: it must be a length of time.");
        }
    }
}
