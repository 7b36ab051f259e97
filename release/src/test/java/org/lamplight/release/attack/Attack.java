package org.lamplight.release.attack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.lamplight.areas.Area;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.ReleasedTrend;

/**
 * A hostile reader: from all rows ever published and what he knows, how many values can a count have that was not
 * published? He is lucky, too: of each row of another day he knows whether it still holds on the day he asks of.
 */
final class Attack {
    /** What a reader has. */
    enum Reader {
        /** The rows and the method. */
        ROWS,
        /** Also, of each withheld row and each council without one, on which side of the threshold it is. */
        TOLD
    }

    /** A count is safe if it can have so many values. */
    static final int ENOUGH = 4;

    private static final int FURTHEST = 4;
    private static final int POINTS = 3;

    private final Source source;
    private final List<Area> areas;
    private final double fill;
    private final List<ReleasedTrend> rows;

    /**
     * @param fill the published share of a council's wards that must be safe for its wards to be released
     * @param rows every row ever published
     */
    Attack(Source source, List<Area> areas, double fill, List<ReleasedTrend> rows) {
        this.source = source;
        this.areas = areas;
        this.fill = fill;
        this.rows = rows.stream()
                .filter(row -> source.categories().contains(row.getCategory()))
                .sorted(Comparator.comparing(Attack::dayOf))
                .toList();
    }

    /** The days on which something of the source was released. */
    List<LocalDate> days() {
        return rows.stream().map(Attack::dayOf).distinct().toList();
    }

    /** Attacks counts that were not published, of the tables of which something was on a day, as they were on that day. */
    Findings run(LocalDate day, Reader reader, boolean later, ToLongFunction<Cell> truth, Predicate<Cell> which) {
        Findings findings = new Findings();
        rows.stream()
                .filter(row -> dayOf(row).equals(day))
                .map(row -> Period.of(source.longest(), row.getFirstDay()))
                .distinct()
                .forEach(longest ->
                        attack(new Table(source, areas, longest), day, reader, later, truth, which, findings));
        return findings;
    }

    private void attack(
            Table table,
            LocalDate day,
            Reader reader,
            boolean later,
            ToLongFunction<Cell> truth,
            Predicate<Cell> which,
            Findings findings) {
        List<ReleasedTrend> known = rows.stream()
                .filter(row -> table.holds(Cell.of(row)))
                .filter(row -> later || !dayOf(row).isAfter(day))
                .toList();
        Facts facts = new Facts();
        known.forEach(row -> conclude(row, day, reader, truth, facts));
        Set<Cell> published = published(known, truth);
        List<Cell> hidden = new ArrayList<>();
        periods(table, known, day).forEach(period -> {
            concludeFromAbsence(table, period, known, day, reader, truth, facts);
            table.cells(period)
                    .filter(cell -> !published.contains(cell))
                    .filter(which)
                    .forEach(hidden::add);
        });
        if (hidden.isEmpty()) {
            return;
        }
        long[] point = table.point(truth);
        if (!Exact.solves(table, facts, point)) {
            throw new IllegalStateException("The truth contradicts what the reader of " + source.name() + " knows.");
        }
        count(table, facts, point, hidden, day, findings);
    }

    private void conclude(ReleasedTrend row, LocalDate day, Reader reader, ToLongFunction<Cell> truth, Facts facts) {
        Cell cell = Cell.of(row);
        long count = truth.applyAsLong(cell);
        if (row.getCount() == null) {
            if (reader == Reader.TOLD) {
                facts.add(cell, Range.sideOf(row.getThreshold(), count));
            }
            return;
        }
        Range range = Range.behind(row);
        if (range.holds(count)) {
            facts.add(cell, range);
        } else if (count > range.high() && dayOf(row).isBefore(day)) {
            facts.add(cell, new Range(range.low(), Range.TOP));
        } else if (count < range.low() && dayOf(row).isAfter(day)) {
            facts.add(cell, new Range(0, range.high()));
        }
    }

    /** A council without a row had too few reports, a council without rows of its wards too few wards that had enough. */
    private void concludeFromAbsence(
            Table table,
            Period period,
            List<ReleasedTrend> known,
            LocalDate day,
            Reader reader,
            ToLongFunction<Cell> truth,
            Facts facts) {
        LocalDate latest = known.stream()
                .filter(row ->
                        Cell.of(row).period().equals(period) && !dayOf(row).isAfter(day))
                .map(Attack::dayOf)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Set<Cell> there = new HashSet<>();
        known.stream().filter(row -> dayOf(row).equals(latest)).forEach(row -> there.add(Cell.of(row)));
        long threshold = known.get(0).getThreshold();
        for (String category : source.categories()) {
            for (String council : table.councils()) {
                Cell own = new Cell(council, category, period);
                if (!there.contains(own) && reader == Reader.TOLD) {
                    facts.add(own, Range.sideOf(threshold, truth.applyAsLong(own)));
                }
                List<Cell> wards = table.wardsOf(council).stream()
                        .map(ward -> new Cell(ward, category, period))
                        .toList();
                long most = (long) Math.ceil(fill * wards.size()) - 1;
                if (wards.stream().noneMatch(there::contains)
                        && wards.stream()
                                        .filter(ward -> truth.applyAsLong(ward) >= threshold)
                                        .count()
                                <= most) {
                    facts.fews.add(new Facts.Few(wards, threshold, most));
                }
            }
        }
    }

    /** For each count: tables that agree with all facts, until enough of them differ in it or no other is left. */
    private void count(Table table, Facts facts, long[] truth, List<Cell> hidden, LocalDate day, Findings findings) {
        Bounds bounds = new Bounds(table, facts);
        Exact exact = new Exact(table, facts, bounds, truth);
        Map<Cell, Set<Long>> values = new LinkedHashMap<>();
        hidden.forEach(cell -> values.put(cell, new TreeSet<>()));
        see(table, values, truth);
        for (int distance = 1; distance <= FURTHEST; distance++) {
            for (int i = 0; i < POINTS; i++) {
                exact.near(distance).ifPresent(point -> see(table, values, point));
            }
        }
        for (Cell cell : hidden) {
            Optional<long[]> other = Optional.of(truth);
            while (values.get(cell).size() < ENOUGH && other.isPresent()) {
                other = exact.another(table.unknowns(cell), values.get(cell));
                other.ifPresent(point -> see(table, values, point));
            }
            Range byHand = bounds.of(table.unknowns(cell)).and(facts.ranges.getOrDefault(cell, Range.ANY));
            findings.add(new Findings.Finding(cell, day, values.get(cell).size(), byHand.high() - byHand.low() + 1));
        }
        findings.undecided(exact.undecided());
    }

    private static void see(Table table, Map<Cell, Set<Long>> values, long[] point) {
        values.forEach((cell, seen) -> seen.add(Table.sum(point, table.unknowns(cell))));
    }

    private static Set<Cell> published(List<ReleasedTrend> known, ToLongFunction<Cell> truth) {
        Set<Cell> published = new HashSet<>();
        known.stream()
                .filter(row -> row.getCount() != null)
                .filter(row -> Range.behind(row).holds(truth.applyAsLong(Cell.of(row))))
                .forEach(row -> published.add(Cell.of(row)));
        return published;
    }

    private static List<Period> periods(Table table, List<ReleasedTrend> known, LocalDate day) {
        return known.stream()
                .filter(row ->
                        row.getArea().equals(table.county()) && !dayOf(row).isAfter(day))
                .map(row -> Cell.of(row).period())
                .distinct()
                .toList();
    }

    static LocalDate dayOf(ReleasedTrend row) {
        return LocalDate.parse(row.getRelease().substring(0, 10));
    }
}
