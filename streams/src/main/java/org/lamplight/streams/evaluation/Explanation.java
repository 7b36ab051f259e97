package org.lamplight.streams.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaBook;
import org.lamplight.streams.evaluation.Estimates.Rates;
import org.lamplight.streams.evaluation.Measure.Outcomes;
import org.lamplight.streams.statistics.BeforeAndAfter;
import org.lamplight.streams.statistics.Interval;

/** What came out of an evaluation, in plain sentences. */
final class Explanation {
    private static final int NAMES = 3;
    private static final double PERCENT = 100;

    private final Design design;
    private final Estimates estimates;
    private final AreaBook book;

    Explanation(Design design, Estimates estimates, AreaBook book) {
        this.design = design;
        this.estimates = estimates;
        this.book = book;
    }

    String text() {
        List<String> sentences = new ArrayList<>();
        sentences.add(comparison());
        buffer().ifPresent(sentences::add);
        estimates.rates().filter(Rates::hasDifference).map(Explanation::rates).ifPresent(sentences::add);
        return String.join(" ", sentences);
    }

    private String comparison() {
        BeforeAndAfter counts = estimates.counts();
        return "%s in %s %s, in %s %s: %s."
                .formatted(
                        noun(),
                        names(design.treated()),
                        change(counts.treatedBefore(), counts.treatedAfter()),
                        names(design.comparison()),
                        change(counts.comparisonBefore(), counts.comparisonAfter()),
                        estimates.ratioInterval().map(this::ratio).orElseGet(this::difference));
    }

    private String ratio(Interval interval) {
        return String.format(
                Locale.ROOT,
                "%.2f times the change there (95 %% interval %.2f to %.2f)%s",
                estimates.counts().ratioOfRatios(),
                interval.low(),
                interval.high(),
                chance(interval, 1));
    }

    private String difference() {
        Interval interval = estimates.differenceInterval();
        return "a difference of " + estimates.counts().difference() + limits(interval) + chance(interval, 0);
    }

    private Optional<String> buffer() {
        return estimates.buffer().map(buffer -> {
            Interval total = estimates.totalInterval().orElseThrow();
            return "In the buffer they %s; together with it the difference is %d%s%s."
                    .formatted(
                            change(buffer.treatedBefore(), buffer.treatedAfter()),
                            estimates.totalDifference().orElseThrow(),
                            limits(total),
                            chance(total, 0));
        });
    }

    private static String rates(Rates rates) {
        Interval interval = rates.differenceInterval();
        return String.format(
                Locale.ROOT,
                "Their rate went from %.1f %% to %.1f %%, by %.1f points (95 %% interval %.1f to %.1f)%s.",
                PERCENT * rates.before(),
                PERCENT * rates.after(),
                PERCENT * (rates.after() - rates.before()),
                PERCENT * interval.low(),
                PERCENT * interval.high(),
                chance(interval, 0));
    }

    private String noun() {
        if (!(design.measure() instanceof Outcomes outcomes)) {
            return "Reports";
        }
        return switch (outcomes.set()) {
            case CHARGE_ONLY -> "Charges";
            case NORTHANTS_POSITIVE -> "Positive outcomes";
            case LEGACY_DETECTION -> "Detections";
            case WITH_OUTCOME_22 -> "Positive outcomes and diversions";
        };
    }

    private String names(List<String> codes) {
        if (codes.size() > NAMES) {
            return codes.size() + " areas";
        }
        List<String> names = codes.stream()
                .map(code -> book.area(code).map(Area::name).orElse(code))
                .toList();
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static String change(long before, long after) {
        return before == after ? "stayed at " + before : "went from " + before + " to " + after;
    }

    private static String limits(Interval interval) {
        return " (95 % interval " + Math.round(interval.low()) + " to " + Math.round(interval.high()) + ")";
    }

    private static String chance(Interval interval, double noEffect) {
        return interval.low() <= noEffect && noEffect <= interval.high() ? ", which may be chance" : "";
    }
}
