package org.lamplight.release.plan;

import java.util.List;
import org.lamplight.schemas.ReleasedTrend;

/**
 * A release that is ready to be published.
 *
 * @param rows its rows, sorted; the same for the same inputs
 * @param decisions what became of each product
 * @param audit figures of its audit
 * @param heldBack a sentence on each block of which everything is withheld
 */
public record Draft(List<ReleasedTrend> rows, List<Decision> decisions, AuditReport audit, List<String> heldBack) {
    public Draft {
        rows = List.copyOf(rows);
        decisions = List.copyOf(decisions);
        heldBack = List.copyOf(heldBack);
    }
}
