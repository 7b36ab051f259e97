package org.lamplight.streams.trend;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.lamplight.schemas.AlertStatus;

/** What the counts of one series say as of a day. Computed anew from them each time: no Kafka, no clock, no memory. */
public final class SeriesTrend {
    private final Levels levels;
    private final Timeline timeline;
    private final List<LevelTrend> trends;

    /** What they say, with {@code over} the last date that is over. */
    public SeriesTrend(Levels levels, SeriesCounts series, LocalDate asOf, LocalDate over) {
        this.levels = levels;
        this.timeline = new Timeline(levels, series, asOf, over);
        this.trends = levels.all().stream()
                .map(areas -> new LevelTrend(timeline, areas, series))
                .toList();
    }

    LocalDate asOf() {
        return timeline.asOf();
    }

    /** Whether there are statistics of an area and week. */
    boolean isShown(String area, int week) {
        return levels.place(area).filter(place -> isShown(place, week)).isPresent();
    }

    /** What is known of an area and week; empty for weeks without statistics and areas that never had a report. */
    public Optional<WeekStatistics> statistics(String area, int week) {
        return levels.place(area).filter(place -> isShown(place, week)).map(place -> statistics(place, week));
    }

    /** Names every area and week whose row changed since: its number or what is called or, if asked for, anything. */
    void changes(SeriesTrend before, boolean anything, BiConsumer<String, Integer> changed) {
        int[] weeks =
                IntStream.concat(shownWeeks(), before.shownWeeks()).distinct().toArray();
        for (Levels.Place place : levels.places()) {
            for (int week : weeks) {
                if (anything ? !same(before, place, week) : !sameHeadline(before, place, week)) {
                    changed.accept(place.area(), week);
                }
            }
        }
    }

    private boolean same(SeriesTrend before, Levels.Place place, int week) {
        boolean shown = isShown(place, week);
        return shown == before.isShown(place, week)
                && (!shown || statistics(place, week).equals(before.statistics(place, week)));
    }

    private boolean sameHeadline(SeriesTrend before, Levels.Place place, int week) {
        boolean shown = isShown(place, week);
        return shown == before.isShown(place, week)
                && (!shown
                        || trends.get(place.level())
                                .sameHeadline(
                                        index(week),
                                        before.trends.get(place.level()),
                                        before.index(week),
                                        place.index()));
    }

    private boolean isShown(Levels.Place place, int week) {
        return index(week) >= timeline.firstShown()
                && index(week) < timeline.weeks()
                && trends.get(place.level()).hasReports(place.index());
    }

    private WeekStatistics statistics(Levels.Place place, int week) {
        return trends.get(place.level()).statistics(index(week), place.index(), forceIsUp(index(week)));
    }

    private boolean forceIsUp(int index) {
        if (index < timeline.firstTested()) {
            return false;
        }
        AlertStatus status = trends.get(levels.force()).status(index, 0);
        return status == AlertStatus.ALERT || status == AlertStatus.WATCH;
    }

    private IntStream shownWeeks() {
        return IntStream.rangeClosed(timeline.firstWeek() + timeline.firstShown(), timeline.lastWeek());
    }

    private int index(int week) {
        return week - timeline.firstWeek();
    }
}
