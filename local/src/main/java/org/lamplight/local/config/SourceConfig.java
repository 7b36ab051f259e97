package org.lamplight.local.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A source of reports: a folder that is watched and the mapping by which its files are read.
 *
 * @param name the source's id, lower case with hyphens
 * @param mapping name of a shipped mapping, or the path of a mapping file
 * @param inbox the folder that is watched
 * @param retention how long its reports are kept; empty for as long as reports of its kind are
 * @param settings further settings of its connector, by their names
 */
public record SourceConfig(
        String name, String mapping, Path inbox, Optional<Duration> retention, Map<String, String> settings) {
    /** Refuses a name that cannot be a source's id. */
    public SourceConfig {
        if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("sources." + name
                    + " is no name for a source: it must be lower-case letters and digits, joined by hyphens.");
        }
        settings = Map.copyOf(settings);
    }
}
