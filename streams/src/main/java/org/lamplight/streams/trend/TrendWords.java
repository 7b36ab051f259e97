package org.lamplight.streams.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lamplight.schemas.Direction;
import org.lamplight.schemas.Trend;
import org.lamplight.streams.rules.Categories;
import org.lamplight.streams.rules.Phrases;

/** What a row says, and what to be careful about, in plain words. */
final class TrendWords {
    private static final double ALL = 0.995;
    private static final double NEARLY_ALL = 0.9;
    private static final double UNUSUAL = 0.1;

    private TrendWords() {}

    static String explanation(Trend.Builder row) {
        String reports = Phrases.reports(row.getObserved());
        if (row.getDirection() == null) {
            return reports + " so far; the week is not over.";
        }
        if (row.getExpected() == null) {
            return reports + " in the week; there is no past to compare with.";
        }
        return reports + " in the week; " + Phrases.amount(row.getExpected())
                + " expected by now from its own past" + arrived(row.getCompleteness()) + "; " + chance(row) + "."
                + direction(row);
    }

    private static String arrived(double completeness) {
        return completeness < ALL
                ? String.format(Locale.ROOT, " (%.0f %% of a week's reports have arrived)", 100 * completeness)
                : "";
    }

    private static String chance(Trend.Builder row) {
        boolean more = row.getObserved() >= row.getExpected();
        if (!more && row.getPFall() == null) {
            return "whether that is few cannot be said yet";
        }
        double p = more ? row.getPRise() : row.getPFall();
        String what = more ? "at least this many by chance: " : "at most this many by chance: ";
        if (p > UNUSUAL) {
            return "nothing unusual";
        }
        return what + Phrases.chance(p);
    }

    private static String direction(Trend.Builder row) {
        boolean clear = row.getDirection() == Direction.RISING || row.getDirection() == Direction.FALLING;
        return clear && row.getDirectionRatio() != null
                ? String.format(
                        Locale.ROOT,
                        " The last 4 weeks have %.1f times the rate of the year before (%.1f to %.1f).",
                        row.getDirectionRatio(),
                        row.getDirectionLow(),
                        row.getDirectionHigh())
                : "";
    }

    /** Null where there is nothing to be careful about. */
    static String caution(Trend.Builder row, boolean mayBeIncomplete, boolean forceIsUp) {
        List<String> cautions = new ArrayList<>();
        if (row.getCompleteness() < NEARLY_ALL) {
            cautions.add("The week is still filling: a low count means nothing yet.");
        } else if (mayBeIncomplete) {
            cautions.add("How late reports come in is not known yet, so a low count means nothing.");
        }
        if (forceIsUp) {
            cautions.add(Phrases.SPIKE);
        }
        if (row.getDirection() == Direction.INSUFFICIENT) {
            cautions.add("Too few reports in a year to tell a trend.");
        }
        if (Categories.isRetail(row.getCategory())) {
            cautions.add(Phrases.RETAIL);
        }
        return cautions.isEmpty() ? null : String.join(" ", cautions);
    }
}
