package org.lamplight.streams.evaluation;

import org.lamplight.schemas.CohortBasis;
import org.lamplight.streams.rules.OutcomeSet;

/** What an evaluation counts. */
public sealed interface Measure {
    /** Reports, in the month in which they occurred. */
    record Reports() implements Measure {}

    /**
     * Outcomes of a set.
     *
     * @param set which outcome types
     * @param basis RECORDED: in the month in which the report was recorded; ASSIGNED: in that of the outcome
     */
    record Outcomes(OutcomeSet set, CohortBasis basis) implements Measure {}
}
