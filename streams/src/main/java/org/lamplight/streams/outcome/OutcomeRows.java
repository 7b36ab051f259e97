package org.lamplight.streams.outcome;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamplight.schemas.CohortBasis;
import org.lamplight.schemas.OutcomeRate;
import org.lamplight.streams.deltas.CountKey;
import org.lamplight.streams.rules.Maturity;
import org.lamplight.streams.rules.OutcomeSet;
import org.lamplight.streams.statistics.Interval;
import org.lamplight.streams.statistics.Proportions;

/** What a cohort says, as the rows that analysts read: one for each outcome set and basis. */
final class OutcomeRows {
    private static final List<CohortBasis> BASES = List.of(CohortBasis.RECORDED, CohortBasis.ASSIGNED);
    private static final double CONFIDENCE = 0.95;

    private OutcomeRows() {}

    /** The rows that differ between two states of a cohort, by key; empty for one that has gone. */
    static Map<String, Optional<OutcomeRate>> changed(CountKey key, Cohort before, Cohort now) {
        Map<String, Optional<OutcomeRate>> changed = new LinkedHashMap<>();
        for (OutcomeSet set : OutcomeSet.values()) {
            for (CohortBasis basis : BASES) {
                Optional<OutcomeRate> row = row(key, set, basis, now);
                if (!row.equals(row(key, set, basis, before))) {
                    changed.put(rowKey(key, set, basis), row);
                }
            }
        }
        return changed;
    }

    private static Optional<OutcomeRate> row(CountKey key, OutcomeSet set, CohortBasis basis, Cohort cohort) {
        long numerator = cohort.numerator(set, basis);
        long denominator = cohort.recorded();
        if (numerator == 0 && denominator == 0) {
            return Optional.empty();
        }
        Optional<Interval> interval = basis == CohortBasis.RECORDED && denominator > 0
                ? Optional.of(Proportions.wilson(numerator, denominator, CONFIDENCE))
                : Optional.empty();
        return Optional.of(OutcomeRate.newBuilder()
                .setArea(key.area())
                .setCategory(key.series().category())
                .setOutcomeSet(set.name())
                .setBasis(basis)
                .setPeriod(key.period().kind())
                .setFirstDay(key.period().firstDay())
                .setLastDay(key.period().lastDay())
                .setNumerator(numerator)
                .setDenominator(denominator)
                .setRate(denominator == 0 ? null : (double) numerator / denominator)
                .setRateLow(interval.map(Interval::low).orElse(null))
                .setRateHigh(interval.map(Interval::high).orElse(null))
                .setResolved(basis == CohortBasis.RECORDED ? cohort.resolved() : null)
                .setMatureOn(Maturity.of(key.period().lastDay()))
                .build());
    }

    private static String rowKey(CountKey key, OutcomeSet set, CohortBasis basis) {
        return String.join(
                "/",
                key.area(),
                key.series().category(),
                set.name(),
                basis.name(),
                key.period().kind().name(),
                key.period().firstDay().toString());
    }
}
