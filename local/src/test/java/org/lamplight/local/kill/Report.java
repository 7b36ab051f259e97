package org.lamplight.local.kill;

import java.time.Instant;
import java.util.Objects;
import org.lamplight.local.demo.Standing;

/**
 * What is compared of a report that stands.
 *
 * @param cell null where the police may not see it
 * @param pence null where there is none
 * @param outcome null where there is none
 */
public record Report(String source, String cell, Instant from, Instant to, Long pence, String outcome) {
    public static Report of(Standing standing) {
        return new Report(
                standing.source(),
                standing.cell(),
                standing.occurredFrom(),
                standing.occurredTo(),
                standing.valueStolenPence(),
                standing.outcomeType());
    }

    /** Nothing taken is nothing said. */
    public Report {
        Objects.requireNonNull(source);
    }
}
