package org.lamplight.streams.trend;

import java.util.List;
import java.util.Optional;
import org.lamplight.schemas.AlertStatus;
import org.lamplight.schemas.Direction;
import org.lamplight.streams.statistics.BenjaminiHochberg;
import org.lamplight.streams.statistics.GammaPoisson;
import org.lamplight.streams.statistics.LevelFilter;

/** The trends of all areas of one level. Weeks are counted from the first of the timeline. */
final class LevelTrend {
    private static final double ALERT = 0.001;
    private static final double WATCH = 0.005;
    private static final double WATCH_Q = 0.1;
    private static final double PENDING = 0.2;
    /** Weeks of history without which nothing is called unusual. */
    private static final int HISTORY = 8;

    private final Timeline timeline;
    private final int[][] counts;
    private final boolean[] hasReports;
    private final LevelFilter filter;
    private final TestedWeek[] tested;

    LevelTrend(Timeline timeline, List<String> areas, SeriesCounts series) {
        this.timeline = timeline;
        this.counts = new int[timeline.weeks()][areas.size()];
        this.hasReports = new boolean[areas.size()];
        for (int area = 0; area < areas.size(); area++) {
            int at = area;
            var weeks = series.weeks(areas.get(area));
            hasReports[area] = !weeks.isEmpty();
            weeks.subMap(timeline.firstWeek(), timeline.firstWeek() + timeline.weeks())
                    .forEach((week, count) -> counts[week - timeline.firstWeek()][at] = count);
        }
        this.filter = new LevelFilter(counts, timeline.season(), timeline.completeness());
        this.tested = new TestedWeek[timeline.weeks()];
        for (int week = timeline.firstTested(); week < timeline.weeks(); week++) {
            tested[week] = new TestedWeek(week);
        }
    }

    boolean hasReports(int area) {
        return hasReports[area];
    }

    long observed(int week, int area) {
        return counts[week][area];
    }

    /** Status of a tested week. */
    AlertStatus status(int week, int area) {
        return tested[week].status[area];
    }

    /** Whether two levels say the same of a week at first sight: its number and what is called. */
    boolean sameHeadline(int week, LevelTrend other, int otherWeek, int area) {
        TestedWeek ours = tested[week];
        TestedWeek theirs = other.tested[otherWeek];
        return hasReports[area] == other.hasReports[area]
                && counts[week][area] == other.counts[otherWeek][area]
                && (ours == null) == (theirs == null)
                && (ours == null
                        || (ours.status[area] == theirs.status[area]
                                && ours.direction[area] == theirs.direction[area]));
    }

    WeekStatistics statistics(int week, int area, boolean forceIsUp) {
        TestedWeek test = tested[week];
        return new WeekStatistics(
                timeline.asOf(),
                counts[week][area],
                timeline.season()[week],
                timeline.completeness()[week],
                timeline.mayBeIncomplete(week),
                past(week, area),
                dispersion(week),
                Optional.ofNullable(test)
                        .map(known -> new WeekStatistics.Test(
                                known.pRise[area],
                                known.qRise[area],
                                known.status[area],
                                change(week, area),
                                week == timeline.newestFull(),
                                forceIsUp)));
    }

    private Optional<GammaPoisson> past(int week, int area) {
        return timeline.completeness()[week] > 0 ? filter.before(week, area) : Optional.empty();
    }

    private double dispersion(int week) {
        return 1 + timeline.completeness()[week] * (filter.dispersion(week) - 1);
    }

    private Optional<RateChange> change(int week, int area) {
        if (week > timeline.newestFull()) {
            return Optional.empty();
        }
        int from = week - RateChange.RECENT_WEEKS + 1;
        int first = from - RateChange.WEEKS_BEFORE;
        return Optional.of(new RateChange(
                sum(area, from, week),
                timeline.exposure(from, week),
                sum(area, first, from - 1),
                timeline.exposure(first, from - 1),
                timeline.mayBeIncomplete(week)));
    }

    private long sum(int area, int from, int to) {
        long sum = 0;
        for (int week = Math.max(0, from); week <= to; week++) {
            sum += counts[week][area];
        }
        return sum;
    }

    /** The tests of all areas in one week. */
    private final class TestedWeek {
        private final double[] pRise;
        private final double[] qRise;
        private final AlertStatus[] status;
        private final Direction[] direction;

        TestedWeek(int week) {
            int areas = hasReports.length;
            double exposure = timeline.season()[week] * timeline.completeness()[week];
            double dispersion = dispersion(week);
            pRise = new double[areas];
            for (int area = 0; area < areas; area++) {
                long count = counts[week][area];
                pRise[area] = count == 0
                        ? 1
                        : past(week, area)
                                .map(known -> known.atLeast(count, exposure, dispersion))
                                .orElse(1.0);
            }
            qRise = BenjaminiHochberg.adjust(pRise);
            status = new AlertStatus[areas];
            direction = new Direction[areas];
            for (int area = 0; area < areas; area++) {
                status[area] = status(week, area);
                direction[area] = hasReports[area]
                        ? change(week, area).map(RateChange::direction).orElse(null)
                        : null;
            }
        }

        private AlertStatus status(int week, int area) {
            if (timeline.completeness()[week] < PENDING) {
                return AlertStatus.PENDING;
            }
            if (week < HISTORY || past(week, area).isEmpty()) {
                return AlertStatus.INSUFFICIENT_HISTORY;
            }
            if (pRise[area] <= ALERT) {
                return AlertStatus.ALERT;
            }
            return pRise[area] <= WATCH && qRise[area] <= WATCH_Q ? AlertStatus.WATCH : AlertStatus.NONE;
        }
    }
}
