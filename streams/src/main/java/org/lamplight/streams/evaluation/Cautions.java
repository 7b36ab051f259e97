package org.lamplight.streams.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import org.lamplight.schemas.CohortBasis;
import org.lamplight.streams.evaluation.Measure.Outcomes;
import org.lamplight.streams.evaluation.Measure.Reports;
import org.lamplight.streams.rules.Maturity;
import org.lamplight.streams.rules.Phrases;
import org.lamplight.streams.statistics.BeforeAndAfter;

/** What to be careful about with an evaluation, in plain sentences. */
final class Cautions {
    private static final long FEW = 10;
    private static final double UNLIKE = 3;

    private final Panel panel;
    private final Design design;
    private final Estimates estimates;
    private final LocalDate asOf;
    private final List<String> sentences = new ArrayList<>();

    Cautions(Panel panel, Estimates estimates, LocalDate asOf) {
        this.panel = panel;
        this.design = panel.design();
        this.estimates = estimates;
        this.asOf = asOf;
        time();
        counts();
        trendBefore();
        reporting();
    }

    /** The sentences; empty where there is nothing to be careful about. */
    Optional<String> text() {
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
    }

    private void time() {
        LocalDate end = design.after().lastDay();
        boolean recorded = design.measure() instanceof Outcomes outcomes && outcomes.basis() == CohortBasis.RECORDED;
        if (!asOf.isAfter(end)) {
            sentences.add("The time after is not over: it ends on " + end + ".");
        }
        if (recorded && asOf.isBefore(Maturity.of(end))) {
            sentences.add(
                    "Outcomes take time: those of the time after can be compared from " + Maturity.of(end) + " on.");
        }
    }

    private void counts() {
        BeforeAndAfter counts = estimates.counts();
        if (LongStream.of(
                        counts.treatedBefore(),
                        counts.treatedAfter(),
                        counts.comparisonBefore(),
                        counts.comparisonAfter())
                .anyMatch(count -> count < FEW)) {
            sentences.add("Few counts: chance alone moves them much.");
        }
        double sizes = (double) counts.comparisonBefore() / counts.treatedBefore();
        if (sizes > UNLIKE || sizes < 1 / UNLIKE) {
            sentences.add("The areas differ much in size: trust the ratio, not the differences.");
        }
    }

    private void trendBefore() {
        estimates
                .trendBeforeInterval()
                .filter(interval -> interval.low() > 1 || interval.high() < 1)
                .ifPresent(interval -> sentences.add(String.format(
                        Locale.ROOT,
                        "Not alike even before: within the time before, the treated areas' counts changed %.2f times as"
                                + " much (95 %% interval %.2f to %.2f).",
                        estimates.trendBefore().ratioOfRatios(),
                        interval.low(),
                        interval.high())));
    }

    private void reporting() {
        boolean retail = panel.recordedBefore(Role.TREATED) + panel.recordedAfter(Role.TREATED) > 0;
        if (design.measure() instanceof Reports && retail) {
            sentences.add(Phrases.RETAIL);
        }
    }
}
