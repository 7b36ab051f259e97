package org.lamplight.release.plan;

import java.util.List;
import java.util.Optional;
import org.lamplight.schemas.ReleasedTrend;

/**
 * A release that is ready to be published, or the reason why it must not be.
 *
 * @param rows its rows, sorted; the same for the same inputs
 * @param decisions what became of each product
 * @param audit figures of its audit
 * @param refusal why it may not be published; empty if it may
 */
public record Draft(List<ReleasedTrend> rows, List<Decision> decisions, AuditReport audit, Optional<String> refusal) {
    public Draft {
        rows = List.copyOf(rows);
        decisions = List.copyOf(decisions);
    }
}
