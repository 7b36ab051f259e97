package org.lamplight.release.plan;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.lamplight.areas.Area;
import org.lamplight.release.audit.Interval;
import org.lamplight.release.audit.Knowledge;
import org.lamplight.schemas.Period;

/**
 * All counts of a source that add up with each other: of every area of the ladder and every category, in one longest
 * period and the shorter ones within it. Its unknowns are the counts of pieces (a ward, a category, a shortest period,
 * or what is in none of them); every other count is a sum of those.
 */
final class Block {
    private final Family family;
    private final Ladder ladder;
    private final Function<CellKey, Tally> counts;
    private final Map<CellKey, Tally> tallies = new HashMap<>();
    private final List<Period> periods;
    private final Map<String, String> parents;
    private final Parts<String> areas;
    private final Parts<Period> times;
    private final Parts<String> categories;

    /**
     * @param periods the periods of which something is or has been released, longest first
     */
    Block(Family family, Ladder ladder, Counts counts, List<Period> periods) {
        this.family = family;
        this.ladder = ladder;
        this.counts = counts::of;
        this.periods = periods;
        this.areas = new Parts<>(this::partsOf, this::hasReportsOutsideItsParts);
        this.times = new Parts<>(this::partsOf, this::hasReportsAcrossItsParts);
        this.categories = new Parts<>(this::facetsThatAddUpTo, this::hasReportsWithoutFacet);
        this.parents = ladder.areas()
                .collect(toUnmodifiableMap(Area::code, area -> area.parent().orElse("")));
        areas.of(ladder.county().code());
        periods.forEach(times::of);
        family.categories().forEach(categories::of);
    }

    /** Every count of the block that could be released, by area, category and period. */
    List<CellKey> cells() {
        return ladder.areas()
                .flatMap(area -> family.categories().stream()
                        .flatMap(
                                category -> periods.stream().map(period -> new CellKey(area.code(), category, period))))
                .toList();
    }

    Tally tally(CellKey cell) {
        return tallies.computeIfAbsent(cell, counts);
    }

    /** Whether two areas are part of the same one. */
    boolean areSiblings(String one, String other) {
        return parents.get(one).equals(parents.get(other));
    }

    /** The unknowns that a count is the sum of. */
    int[] unknowns(CellKey cell) {
        return areas.of(cell.area()).stream()
                .flatMap(area -> times.of(cell.period()).stream()
                        .flatMap(time ->
                                categories.of(cell.category()).stream().map(category -> unknown(area, time, category))))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The unknowns as they are. */
    long[] truth() {
        return areas.pieces().stream()
                .flatMapToLong(area -> times.pieces().stream()
                        .flatMapToLong(time ->
                                categories.pieces().stream().mapToLong(category -> count(area, time, category))))
                .toArray();
    }

    /** What is true of the unknowns whatever is released, as how one category relates to another. */
    Knowledge structure() {
        Knowledge knowledge = new Knowledge();
        LongStream.of(truth()).forEach(count -> knowledge.unknown());
        Relations.of(family).forEach(relation -> addIfTrue(knowledge, relation));
        return knowledge;
    }

    private void addIfTrue(Knowledge knowledge, Relations.Relation relation) {
        List<int[]> greater = new ArrayList<>();
        List<int[]> less = new ArrayList<>();
        long[] truth = truth();
        for (int area = 0; area < areas.pieces().size(); area++) {
            for (int time = 0; time < times.pieces().size(); time++) {
                greater.add(unknowns(area, time, relation.greater()));
                less.add(unknowns(area, time, relation.less()));
            }
        }
        for (int i = 0; i < greater.size(); i++) {
            if (sum(truth, greater.get(i)) < sum(truth, less.get(i))) {
                return;
            }
        }
        for (int i = 0; i < greater.size(); i++) {
            knowledge.difference(greater.get(i), less.get(i), Interval.ANY);
        }
    }

    private int[] unknowns(int area, int time, List<String> of) {
        return of.stream()
                .flatMap(category -> categories.of(category).stream())
                .mapToInt(category -> unknown(area, time, category))
                .toArray();
    }

    private int unknown(int area, int time, int category) {
        return (area * times.pieces().size() + time) * categories.pieces().size() + category;
    }

    private long count(Parts.Piece<String> area, Parts.Piece<Period> time, Parts.Piece<String> category) {
        return less(area, a -> less(time, t -> less(category, c -> reports(a, c, t))));
    }

    private static <T> long less(Parts.Piece<T> piece, java.util.function.ToLongFunction<T> count) {
        return count.applyAsLong(piece.whole())
                - piece.less().stream().mapToLong(count).sum();
    }

    private long reports(String area, String category, Period period) {
        return tally(new CellKey(area, category, period)).reports();
    }

    private static long sum(long[] truth, int[] unknowns) {
        long sum = 0;
        for (int unknown : unknowns) {
            sum += truth[unknown];
        }
        return sum;
    }

    private List<String> partsOf(String area) {
        if (area.equals(ladder.county().code())) {
            return ladder.councils().stream().map(Area::code).toList();
        }
        return ladder.wards().stream()
                .filter(ward -> ward.parent().filter(area::equals).isPresent())
                .map(Area::code)
                .toList();
    }

    private boolean hasReportsOutsideItsParts(String area) {
        return periods.stream()
                .anyMatch(period -> reports(area, family.source(), period)
                        > partsOf(area).stream()
                                .mapToLong(part -> reports(part, family.source(), period))
                                .sum());
    }

    private List<Period> partsOf(Period period) {
        int at = family.chain().indexOf(period.kind());
        return at == 0 ? List.of() : Periods.within(period, family.chain().get(at - 1));
    }

    private boolean hasReportsAcrossItsParts(Period period) {
        return reports(ladder.county().code(), family.source(), period)
                > partsOf(period).stream()
                        .mapToLong(part -> reports(ladder.county().code(), family.source(), part))
                        .sum();
    }

    private List<String> facetsThatAddUpTo(String category) {
        return category.equals(family.source()) ? Relations.parts(family) : List.of();
    }

    private boolean hasReportsWithoutFacet(String category) {
        return periods.stream()
                .anyMatch(period -> reports(ladder.county().code(), category, period)
                        > facetsThatAddUpTo(category).stream()
                                .mapToLong(facet -> reports(ladder.county().code(), facet, period))
                                .sum());
    }
}
