package org.lamplight.streams.trend;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.streams.Live;
import org.lamplight.streams.arrivals.Weeks;
import org.lamplight.streams.deltas.CountKey;
import org.lamplight.streams.deltas.Series;
import org.lamplight.streams.state.Drift;

/**
 * One series as it is kept current: its counts, and which rows are due. A row whose number, status or direction changed is
 * due as soon as the series is computed again; one that drifted only because others changed, or a day began, when it is
 * time ({@link Drift}): while an archive is read, days pass by the second.
 */
final class LiveSeries {
    private final Levels levels;
    private final Live live;
    private final SeriesCounts counts;
    /** What is kept of the counts whose rows are due: each was just read, and is needed again to send the row. */
    private final Map<CountKey, Kept> touched = new LinkedHashMap<>();

    private boolean changed = true;
    private final Drift drift;
    private SeriesTrend latest;
    /** The one of which every row has been sent, */
    private SeriesTrend settled;
    /** and the keys of the rows with statistics sent since: these may say what held only for a while. */
    private final Set<CountKey> ahead = new LinkedHashSet<>();

    LiveSeries(Levels levels, Series series, Live live) {
        this.levels = levels;
        this.live = live;
        this.drift = new Drift(live.driftInterval());
        this.counts = new SeriesCounts(series);
        this.latest = new SeriesTrend(levels, counts, LocalDate.EPOCH, LocalDate.EPOCH);
        this.settled = latest;
    }

    void add(String area, Period week, int by) {
        counts.add(area, Weeks.of(week.firstDay()), by);
        changed = true;
    }

    void addArrivals(Period week, int delay, long by) {
        counts.arrivals().add(Weeks.of(week.firstDay()), delay, by);
        changed = true;
    }

    /** Makes the row of a count due, of which so much is kept now. */
    void touch(CountKey key, Kept kept) {
        touched.put(key, kept);
        changed = true;
    }

    /** What is kept of a count, if its row is due because it was touched. */
    Optional<Kept> touched(CountKey key) {
        return Optional.ofNullable(touched.get(key));
    }

    /** The same for the last time: its row is about to be sent. */
    Optional<Kept> take(CountKey key) {
        return Optional.ofNullable(touched.remove(key));
    }

    /** What the series says, as last computed. */
    SeriesTrend latest() {
        return latest;
    }

    /**
     * The keys of the rows that are due; computes the series anew if it changed or a day began. Each is to be {@linkplain #take
     * taken}.
     */
    Set<CountKey> due(LocalDate asOf, long now) {
        Set<CountKey> due = new LinkedHashSet<>();
        boolean newDay = !asOf.equals(latest.asOf());
        if (changed || newDay) {
            SeriesTrend before = latest;
            latest = new SeriesTrend(levels, counts, asOf, live.over(asOf));
            latest.changes(before, false, (area, week) -> due.add(key(area, week)));
            due.addAll(touched.keySet());
            due.stream().filter(this::isShown).forEach(ahead::add);
            changed = false;
            drift.computed(now);
        }
        if (drift.isDue(now)) {
            latest.changes(settled, true, (area, week) -> due.add(key(area, week)));
            due.addAll(ahead);
            ahead.clear();
            settled = latest;
            drift.sent(now);
        }
        return due;
    }

    private boolean isShown(CountKey key) {
        return key.period().kind() == PeriodKind.WEEK
                && latest.isShown(key.area(), Weeks.of(key.period().firstDay()));
    }

    private CountKey key(String area, int week) {
        return new CountKey(counts.series(), area, new Period(PeriodKind.WEEK, Weeks.firstDay(week)));
    }
}
