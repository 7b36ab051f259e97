package org.lamplight.release;

import java.time.Duration;
import java.util.Optional;
import org.lamplight.release.plan.Draft;

/**
 * What came of a job.
 *
 * @param draft what was planned
 * @param planning how long planning and auditing took
 * @param published id of the release that was published; empty where there was nothing to publish
 * @param completed id of an earlier, interrupted release that was completed first
 */
public record Outcome(Draft draft, Duration planning, Optional<String> published, Optional<String> completed) {}
