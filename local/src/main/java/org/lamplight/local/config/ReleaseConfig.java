package org.lamplight.local.config;

import java.time.LocalTime;
import java.util.Optional;
import org.lamplight.release.ReleaseSettings;

/**
 * The release job.
 *
 * @param at London time of day at which what is due is released; empty for never by itself
 * @param settings what is released, and how
 */
public record ReleaseConfig(Optional<LocalTime> at, ReleaseSettings settings) {}
