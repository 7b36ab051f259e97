package org.lamplight.streams.outcome;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.streams.deltas.Delta;

/** Incidents more, and less, of one cohort: summed up first, so that a cohort that many of them change is made anew once. */
public final class CohortSum {
    private long recorded;
    private final Map<String, Long> outcomes = new TreeMap<>();
    private final Map<String, Long> assigned = new TreeMap<>();

    /**
     * Adds an incident, or takes one away: in the periods in which it was recorded, and in those in which its outcome was
     * assigned. Nothing of an incident that has no outcome by its kind.
     *
     * @param kinds lengths of the periods
     * @param sums the sum of a period
     */
    public static void add(Delta delta, List<PeriodKind> kinds, Function<Period, CohortSum> sums) {
        delta.submission().ifPresent(submission -> {
            Period.allHolding(kinds, submission.recordedFrom(), submission.recordedTo())
                    .forEach(period -> sums.apply(period).addRecorded(delta.sign(), submission.outcomeType()));
            submission
                    .outcomeType()
                    .ifPresent(type -> submission
                            .outcomeOn()
                            .ifPresent(day -> Period.allHolding(kinds, day, day)
                                    .forEach(period -> Cohort.add(sums.apply(period).assigned, type, delta.sign()))));
        });
    }

    private void addRecorded(int by, Optional<String> outcome) {
        recorded += by;
        outcome.ifPresent(type -> Cohort.add(outcomes, type, by));
    }

    /** What there is more of each, or less: then it is negative. */
    public Cohort cohort() {
        return new Cohort(recorded, outcomes, assigned);
    }
}
