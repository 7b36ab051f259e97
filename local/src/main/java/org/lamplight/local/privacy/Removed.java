package org.lamplight.local.privacy;

import java.time.Duration;

/**
 * What the retention job removed from one place, or would.
 *
 * @param source id of the source; empty where the place does not say
 * @param store the place
 * @param count how many of what it holds
 * @param olderThan how long each was kept at least
 */
public record Removed(String source, String store, long count, Duration olderThan) {}
