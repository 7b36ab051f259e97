package org.lamplight.streams.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lamplight.schemas.AlertStatus;
import org.lamplight.streams.rules.Categories;
import org.lamplight.streams.rules.Phrases;

/** Says in plain words why a cell stands where it does, and what to be careful about. */
final class HotspotSentences {
    /** From this p on nobody would speak of a rise. */
    private static final double NO_RISE = 0.2;

    private static final int THIN = 5;
    private static final double SPIKE = 1.5;
    private static final int SPIKE_REPORTS = 10;
    private static final int LONGEST = Snapshot.WINDOWS.size() - 1;

    private HotspotSentences() {}

    /** One sentence on the cell. */
    static String explanation(Snapshot snapshot, int cell) {
        int reports = snapshot.diskCount(LONGEST, cell);
        if (reports == 0) {
            return "No report in and around this cell in " + Snapshot.WINDOWS.get(LONGEST) + " days.";
        }
        int window = decidingWindow(snapshot, cell);
        String seen = Phrases.reports(snapshot.diskCount(window, cell)) + " in " + Snapshot.WINDOWS.get(window)
                + " days in and around this cell";
        if (Double.isNaN(snapshot.expected(window, cell))) {
            return seen + ".";
        }
        return seen + "; " + Phrases.amount(snapshot.expected(window, cell)) + " expected from its own past; "
                + rise(snapshot, cell) + gathering(snapshot, cell) + ".";
    }

    private static String rise(Snapshot snapshot, int cell) {
        double p = snapshot.emergenceP(cell);
        return p >= NO_RISE ? "no rise to speak of" : "a rise this large by chance: " + Phrases.chance(p);
    }

    private static String gathering(Snapshot snapshot, int cell) {
        return snapshot.isHot(cell)
                ? "; " + Phrases.reports(snapshot.diskCount(1, cell)) + " in 28 days gathered in one place by chance: "
                        + Phrases.chance(snapshot.giP(cell))
                : "";
    }

    /** The window in which the rise is least likely; the longest one where there is none to choose by. */
    static int decidingWindow(Snapshot snapshot, int cell) {
        int deciding = LONGEST;
        for (int window = LONGEST; window >= 0; window--) {
            boolean known = !Double.isNaN(snapshot.emergenceP(window, cell));
            boolean decidingKnown = !Double.isNaN(snapshot.emergenceP(deciding, cell));
            if (known && (!decidingKnown || snapshot.emergenceP(window, cell) < snapshot.emergenceP(deciding, cell))) {
                deciding = window;
            }
        }
        return deciding;
    }

    /** What to be careful about; empty where there is nothing. */
    static Optional<String> caution(Surface surface, int cell) {
        Snapshot snapshot = surface.latest();
        List<String> cautions = new ArrayList<>();
        int reports = snapshot.diskCount(LONGEST, cell);
        if (snapshot.status(cell) == AlertStatus.INSUFFICIENT_HISTORY) {
            cautions.add("The category has less than 8 weeks of history, too little to compare with.");
        } else if (snapshot.emergenceP(cell) <= Change.WATCH_P && snapshot.status(cell) == AlertStatus.NONE) {
            cautions.add(
                    snapshot.days(cell) < Change.FEWEST_DAYS
                            ? "All of one day: counted, but no alarm."
                            : "Fewer than 3 reports: counted, but no alarm.");
        } else if (reports > 0 && reports < THIN) {
            cautions.add("Few reports: one more or less changes the picture.");
        }
        double spike = snapshot.forceRatio(0);
        if (reports > 0 && spike >= SPIKE && snapshot.forceCount(0) >= SPIKE_REPORTS) {
            cautions.add(Phrases.SPIKE);
        }
        if (reports > 0 && snapshot.isProvisional()) {
            cautions.add(String.format(
                    Locale.UK,
                    "Still filling: %.0f %% of the last 28 days' reports have arrived.",
                    100 * snapshot.completeness()));
        }
        if (reports > 0 && Categories.isRetail(surface.series().category())) {
            cautions.add(Phrases.RETAIL);
        }
        return cautions.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", cautions));
    }
}
