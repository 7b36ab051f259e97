package org.lamplight.streams.evaluation;

import java.time.LocalDate;
import java.util.Optional;
import org.lamplight.areas.AreaBook;
import org.lamplight.schemas.Evaluation;
import org.lamplight.streams.evaluation.Estimates.Rates;
import org.lamplight.streams.evaluation.Measure.Outcomes;
import org.lamplight.streams.statistics.BeforeAndAfter;
import org.lamplight.streams.statistics.Interval;

/** What a panel says, as the row that people read. */
final class EvaluationRows {
    private final AreaBook book;

    EvaluationRows(AreaBook book) {
        this.book = book;
    }

    static String key(Design design) {
        return design.category() + "/" + design.name();
    }

    /** The row; empty while there is nothing to compare. */
    Optional<Evaluation> row(Panel panel, LocalDate asOf) {
        if (panel.isEmpty()) {
            return Optional.empty();
        }
        Design design = panel.design();
        Estimates estimates = Estimates.of(panel, asOf);
        Evaluation.Builder row = Evaluation.newBuilder()
                .setEvaluation(design.name())
                .setCategory(design.category())
                .setTreated(design.treated())
                .setComparison(design.comparison())
                .setBuffer(design.buffer())
                .setBeforeFrom(design.before().firstDay())
                .setBeforeTo(design.before().lastDay())
                .setAfterFrom(design.after().firstDay())
                .setAfterTo(design.after().lastDay())
                .setDispersion(estimates.dispersion())
                .setExplanation(new Explanation(design, estimates, book).text())
                .setCaution(new Cautions(panel, estimates, asOf).text().orElse(null));
        if (design.measure() instanceof Outcomes outcomes) {
            row.setOutcomeSet(outcomes.set().name()).setBasis(outcomes.basis().name());
        }
        setCounts(row, estimates);
        setTrendBefore(row, estimates);
        estimates.rates().ifPresent(rates -> setRates(row, rates));
        return Optional.of(row.build());
    }

    private static void setCounts(Evaluation.Builder row, Estimates estimates) {
        BeforeAndAfter counts = estimates.counts();
        Interval difference = estimates.differenceInterval();
        row.setTreatedBefore(counts.treatedBefore())
                .setTreatedAfter(counts.treatedAfter())
                .setComparisonBefore(counts.comparisonBefore())
                .setComparisonAfter(counts.comparisonAfter())
                .setDifference(counts.difference())
                .setDifferenceLow(difference.low())
                .setDifferenceHigh(difference.high());
        estimates
                .ratioInterval()
                .ifPresent(ratio -> row.setRatioOfRatios(counts.ratioOfRatios())
                        .setRatioLow(ratio.low())
                        .setRatioHigh(ratio.high()));
        estimates
                .buffer()
                .ifPresent(buffer -> row.setBufferBefore(buffer.treatedBefore())
                        .setBufferAfter(buffer.treatedAfter())
                        .setBufferDifference(buffer.difference()));
        estimates.totalDifference().ifPresent(row::setTotalDifference);
        estimates
                .totalInterval()
                .ifPresent(total -> row.setTotalLow(total.low()).setTotalHigh(total.high()));
    }

    private static void setTrendBefore(Evaluation.Builder row, Estimates estimates) {
        estimates
                .trendBeforeInterval()
                .ifPresent(
                        trend -> row.setTrendBeforeRatio(estimates.trendBefore().ratioOfRatios())
                                .setTrendBeforeLow(trend.low())
                                .setTrendBeforeHigh(trend.high()));
    }

    private static void setRates(Evaluation.Builder row, Rates rates) {
        row.setTreatedRateBefore(rates.before()).setTreatedRateAfter(rates.after());
        if (rates.hasDifference()) {
            Interval difference = rates.differenceInterval();
            row.setRateDifference(rates.after() - rates.before())
                    .setRateDifferenceLow(difference.low())
                    .setRateDifferenceHigh(difference.high())
                    .setRateDifferenceP(rates.differenceP());
        }
    }
}
