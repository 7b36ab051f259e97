package org.lamplight.streams.outcome;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.streams.deltas.Delta;
import org.lamplight.streams.deltas.Delta.Submission;

/**
 * What an incident more, or less, changes in the cohort of a period: the one in which it was recorded, and the one in
 * which its outcome was assigned.
 *
 * @param period the period
 * @param change makes the cohort that it has then
 */
public record CohortChange(Period period, UnaryOperator<Cohort> change) {

    /** The changes in periods of these kinds; none for an incident that has no outcome by its kind. */
    public static Stream<CohortChange> of(Delta delta, List<PeriodKind> kinds) {
        return delta.submission().stream()
                .flatMap(submission -> Stream.concat(
                        recorded(delta.sign(), submission, kinds), assigned(delta.sign(), submission, kinds)));
    }

    private static Stream<CohortChange> recorded(int sign, Submission submission, List<PeriodKind> kinds) {
        return Period.allHolding(kinds, submission.recordedFrom(), submission.recordedTo())
                .map(period -> new CohortChange(
                        period,
                        cohort -> submission
                                .outcomeType()
                                .map(type -> cohort.plusRecorded(sign).plusOutcome(sign, type))
                                .orElseGet(() -> cohort.plusRecorded(sign))));
    }

    private static Stream<CohortChange> assigned(int sign, Submission submission, List<PeriodKind> kinds) {
        return submission.outcomeType().stream()
                .flatMap(type -> submission.outcomeOn().stream()
                        .flatMap(day -> Period.allHolding(kinds, day, day))
                        .map(period -> new CohortChange(period, cohort -> cohort.plusAssigned(sign, type))));
    }
}
