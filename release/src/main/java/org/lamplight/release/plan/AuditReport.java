package org.lamplight.release.plan;

import java.util.Map;
import java.util.TreeMap;

/**
 * Figures of the audit, the same for the same inputs, so without times.
 *
 * @param figures numbers by name: hidden cells, programs solved, rounds, narrowest range
 */
public record AuditReport(Map<String, Long> figures) {
    public AuditReport {
        figures = new TreeMap<>(figures);
    }
}
