package org.lamplight.release.plan;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.ReleasedTrend;

/** Which periods of a source are released on a day: each once when it has settled, and once more 13 weeks after its end. */
final class DuePeriods {
    /** The revision in which a period is released for the last time. */
    static final int FINAL = 2;

    private static final int FINAL_WEEKS = 13;

    private final Request request;

    DuePeriods(Request request) {
        this.request = request;
    }

    /** The periods that are due, with the revision that each is due in. */
    SortedMap<Period, Integer> of(Family family, Collection<ReleasedTrend> history) {
        Map<Integer, Set<Period>> released =
                Map.of(1, released(family, history, 1), FINAL, released(family, history, FINAL));
        SortedMap<Period, Integer> due = new TreeMap<>(Periods.ORDER);
        for (Period period : settled(family)) {
            int revision = isFinal(period) ? FINAL : 1;
            if (!released.get(revision).contains(period) && !released.get(FINAL).contains(period)) {
                due.put(period, revision);
            }
        }
        return due;
    }

    /** Whether what is released of a period today is released for the last time. */
    private boolean isFinal(Period period) {
        return !period.lastDay().plusWeeks(FINAL_WEEKS).isAfter(request.today());
    }

    /** Every period that has been released by today, or is due. */
    List<Period> settled(Family family) {
        LocalDate latest = request.today().minusDays(request.settleDays());
        return family.chain().stream()
                .flatMap(kind -> Periods.from(Period.of(kind, family.from()), latest))
                .filter(period -> !period.firstDay().isBefore(family.from()))
                .filter(period -> !period.lastDay().isAfter(latest))
                .toList();
    }

    private static Set<Period> released(Family family, Collection<ReleasedTrend> history, int revision) {
        return history.stream()
                .filter(row -> row.getCategory().equals(family.source()) && row.getRevision() == revision)
                .map(Periods::of)
                .collect(toUnmodifiableSet());
    }
}
