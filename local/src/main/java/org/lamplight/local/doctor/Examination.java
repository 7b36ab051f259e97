package org.lamplight.local.doctor;

import java.util.List;

/**
 * What came of looking at one thing.
 *
 * @param subject what was looked at
 * @param seen what was seen, in a few words
 * @param findings what is wrong with it; nothing if it is well
 */
public record Examination(String subject, String seen, List<Finding> findings) {
    /** The findings are kept as they are now. */
    public Examination {
        findings = List.copyOf(findings);
    }

    /** Whether nothing is wrong with it. */
    public boolean isWell() {
        return findings.isEmpty();
    }
}
