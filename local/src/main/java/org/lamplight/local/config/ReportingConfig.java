package org.lamplight.local.config;

import org.lamplight.reporting.ReportingSettings;

/**
 * The reporting service.
 *
 * @param embedded whether it runs in this process
 * @param settings where and how it answers
 * @param publicReleases whether everybody may see what was released for the county
 */
public record ReportingConfig(boolean embedded, ReportingSettings settings, boolean publicReleases) {}
