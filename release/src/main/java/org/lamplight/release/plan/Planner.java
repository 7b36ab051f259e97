package org.lamplight.release.plan;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lamplight.areas.Area;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.schemas.ReleasedTrend;

/** Plans a release: what is due, at which level, and which counts are withheld so that none can be worked out. */
public final class Planner {
    private static final Comparator<ReleasedTrend> ORDER = Comparator.comparing(ReleasedTrend::getArea)
            .thenComparing(ReleasedTrend::getCategory)
            .thenComparing(Periods::of, Periods.ORDER);

    private final Request request;
    private final Ladder ladder;
    private final Counts counts;
    private final List<ReleasedTrend> history;
    private final Series series;
    private final Map<String, Area> areas;
    private final List<Planned> planned = new ArrayList<>();

    /** A block and what is released of it. */
    private record Planned(Family family, Period longest, SortedMap<Period, Integer> due, Releasing releasing) {}

    private Planner(Request request, Ladder ladder, Counts counts, List<ReleasedTrend> history) {
        this.request = request;
        this.ladder = ladder;
        this.counts = counts;
        this.history = history;
        this.series = new Series(history);
        this.areas = ladder.areas().collect(toMap(Area::code, area -> area));
    }

    /**
     * Plans the release of a day.
     *
     * @param families the sources that are released
     * @param counts exact counts of one moment
     * @param history every row released before
     * @param completeness how much of a period has arrived
     */
    public static Draft plan(
            Request request,
            Ladder ladder,
            List<Family> families,
            Counts counts,
            List<ReleasedTrend> history,
            Completeness completeness) {
        Planner planner = new Planner(request, ladder, counts, history);
        families.forEach(planner::plan);
        return planner.draft(completeness);
    }

    private void plan(Family family) {
        DuePeriods periods = new DuePeriods(request);
        List<ReleasedTrend> past = history.stream()
                .filter(row -> family.categories().contains(row.getCategory()))
                .toList();
        Map<Period, List<Period>> blocks = periods.settled(family).stream()
                .collect(groupingBy(period -> longest(family, period), () -> new TreeMap<>(Periods.ORDER), toList()));
        SortedMap<Period, Integer> due = periods.of(family, past);
        blocks.forEach((longest, known) -> {
            SortedMap<Period, Integer> dueHere = new TreeMap<>(due);
            dueHere.keySet().retainAll(known);
            if (!dueHere.isEmpty()) {
                List<ReleasedTrend> pastHere = past.stream()
                        .filter(row -> longest(family, Periods.of(row)).equals(longest))
                        .toList();
                Block block = new Block(family, ladder, counts, known);
                planned.add(new Planned(
                        family,
                        longest,
                        dueHere,
                        new Releasing(request, family, ladder, block, dueHere.keySet(), pastHere)));
            }
        });
    }

    private Draft draft(Completeness completeness) {
        planned.forEach(plan -> plan.releasing()
                .levels()
                .keySet()
                .forEach(product -> plan.releasing()
                        .rows(product)
                        .forEach(cell -> series.add(cell, plan.releasing().released(cell)))));
        RowWriter writer = new RowWriter(request, completeness, series);
        List<ReleasedTrend> rows = planned.stream()
                .flatMap(plan -> plan.releasing().levels().entrySet().stream()
                        .flatMap(entry -> plan.releasing()
                                .rows(entry.getKey())
                                .map(cell -> writer.row(
                                        plan.family(),
                                        areas.get(cell.area()),
                                        cell,
                                        plan.due().get(cell.period()),
                                        entry.getValue()))))
                .sorted(ORDER)
                .toList();
        return new Draft(rows, decisions(), audit(), heldBack());
    }

    private List<Decision> decisions() {
        return planned.stream()
                .flatMap(plan -> plan.releasing().levels().entrySet().stream()
                        .map(entry -> new Decision(
                                entry.getKey().area().code(),
                                entry.getKey().category(),
                                entry.getKey().period(),
                                plan.due().get(entry.getKey().period()),
                                entry.getValue(),
                                plan.releasing().reasons(entry.getKey()))))
                .toList();
    }

    private AuditReport audit() {
        Map<String, Long> figures = new TreeMap<>();
        planned.forEach(
                plan -> plan.releasing().figures().forEach((name, value) -> figures.merge(name, value, Long::sum)));
        return new AuditReport(figures);
    }

    private List<String> heldBack() {
        return planned.stream()
                .filter(plan -> plan.releasing().isHeldBack())
                .map(plan -> "What is due of " + plan.family().source() + " in the "
                        + Periods.name(plan.longest().kind()) + " from "
                        + plan.longest().firstDay()
                        + " is withheld as a whole: with what was released before, a count could be worked out, and"
                        + " nothing less was found that prevents it. All else is released.")
                .toList();
    }

    private static Period longest(Family family, Period period) {
        PeriodKind kind = family.chain().get(family.chain().size() - 1);
        return Period.of(kind, period.firstDay());
    }
}
