package org.lamplight.streams.evaluation;

import static org.lamplight.streams.evaluation.Role.BUFFER;
import static org.lamplight.streams.evaluation.Role.COMPARISON;
import static org.lamplight.streams.evaluation.Role.TREATED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lamplight.schemas.CohortBasis;
import org.lamplight.streams.statistics.BeforeAndAfter;
import org.lamplight.streams.statistics.Dispersion;
import org.lamplight.streams.statistics.Interval;
import org.lamplight.streams.statistics.Proportions;

/**
 * What a panel says.
 *
 * @param counts counts of the treated areas and the comparison
 * @param buffer the buffer's counts in place of the treated areas'; empty without a buffer
 * @param dispersion how much more the months' counts vary than Poisson counts, at least 1
 * @param trendBefore the same comparison within the time before: its second half against its first
 * @param trendDispersion the dispersion within these halves
 * @param rates the treated areas' rates; empty where reports are counted
 */
record Estimates(
        BeforeAndAfter counts,
        Optional<BeforeAndAfter> buffer,
        double dispersion,
        BeforeAndAfter trendBefore,
        double trendDispersion,
        Optional<Rates> rates) {

    private static final double CONFIDENCE = 0.95;

    /**
     * Outcomes over recorded reports.
     *
     * @param proportions whether they are proportions: outcomes of those very reports
     */
    record Rates(
            long outcomesBefore, long recordedBefore, long outcomesAfter, long recordedAfter, boolean proportions) {
        Double before() {
            return recordedBefore == 0 ? null : (double) outcomesBefore / recordedBefore;
        }

        Double after() {
            return recordedAfter == 0 ? null : (double) outcomesAfter / recordedAfter;
        }

        boolean hasDifference() {
            return proportions && recordedBefore > 0 && recordedAfter > 0;
        }

        Interval differenceInterval() {
            return Proportions.difference(outcomesAfter, recordedAfter, outcomesBefore, recordedBefore, CONFIDENCE);
        }

        double differenceP() {
            return Proportions.fisher(outcomesAfter, recordedAfter, outcomesBefore, recordedBefore);
        }
    }

    /** The estimates as of a day: months that have not passed by then say nothing about dispersion. */
    static Estimates of(Panel panel, LocalDate asOf) {
        BeforeAndAfter counts = new BeforeAndAfter(
                sum(panel.before(TREATED)),
                sum(panel.after(TREATED)),
                sum(panel.before(COMPARISON)),
                sum(panel.after(COMPARISON)));
        Optional<BeforeAndAfter> buffer = panel.design().buffer().isEmpty()
                ? Optional.empty()
                : Optional.of(counts.withTreated(sum(panel.before(BUFFER)), sum(panel.after(BUFFER))));
        long[] treatedFirst = firstHalf(panel.before(TREATED));
        long[] treatedSecond = secondHalf(panel.before(TREATED));
        long[] comparisonFirst = firstHalf(panel.before(COMPARISON));
        long[] comparisonSecond = secondHalf(panel.before(COMPARISON));
        return new Estimates(
                counts,
                buffer,
                dispersion(panel, asOf),
                new BeforeAndAfter(sum(treatedFirst), sum(treatedSecond), sum(comparisonFirst), sum(comparisonSecond)),
                Dispersion.pooled(List.of(treatedFirst, treatedSecond, comparisonFirst, comparisonSecond)),
                rates(panel, counts));
    }

    Optional<Interval> ratioInterval() {
        return interval(counts, dispersion);
    }

    Optional<Interval> trendBeforeInterval() {
        return interval(trendBefore, trendDispersion);
    }

    private static Optional<Interval> interval(BeforeAndAfter of, double dispersion) {
        return of.hasRatio() ? Optional.of(of.ratioInterval(CONFIDENCE, dispersion)) : Optional.empty();
    }

    Interval differenceInterval() {
        return counts.differenceInterval(CONFIDENCE, dispersion);
    }

    Optional<Long> totalDifference() {
        return buffer.map(around -> counts.totalDifference(around.treatedBefore(), around.treatedAfter()));
    }

    Optional<Interval> totalInterval() {
        return buffer.map(around ->
                counts.totalDifferenceInterval(around.treatedBefore(), around.treatedAfter(), CONFIDENCE, dispersion));
    }

    private static double dispersion(Panel panel, LocalDate asOf) {
        Design design = panel.design();
        List<long[]> series = new ArrayList<>();
        for (Role role : Role.values()) {
            series.add(passed(panel.before(role), design.before(), asOf));
            series.add(passed(panel.after(role), design.after(), asOf));
        }
        return Dispersion.pooled(series);
    }

    private static long[] passed(long[] counts, Months months, LocalDate asOf) {
        int passed = 0;
        while (passed < counts.length
                && months.first().plusMonths(passed).atEndOfMonth().isBefore(asOf)) {
            passed++;
        }
        return Arrays.copyOf(counts, passed);
    }

    private static long[] firstHalf(long[] counts) {
        return Arrays.copyOf(counts, counts.length / 2);
    }

    /** Of an odd number of months, the middle one is in neither half. */
    private static long[] secondHalf(long[] counts) {
        return Arrays.copyOfRange(counts, counts.length - counts.length / 2, counts.length);
    }

    private static Optional<Rates> rates(Panel panel, BeforeAndAfter counts) {
        if (!(panel.design().measure() instanceof Measure.Outcomes outcomes)) {
            return Optional.empty();
        }
        return Optional.of(new Rates(
                counts.treatedBefore(),
                panel.recordedBefore(TREATED),
                counts.treatedAfter(),
                panel.recordedAfter(TREATED),
                outcomes.basis() == CohortBasis.RECORDED));
    }

    private static long sum(long[] counts) {
        return Arrays.stream(counts).sum();
    }
}
