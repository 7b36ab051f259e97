package org.lamplight.release.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaKind;
import org.lamplight.schemas.Facets;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.RetailIncidentType;

/**
 * The counts of a source in one of its longest periods, as sums of unknowns: a ward (or none), a category and one of the
 * shortest periods (or none of them alone).
 */
final class Table {
    private static final String NOWHERE = "";

    private final Source source;
    private final List<Area> areas;
    private final Period longest;
    private final List<String> places;
    private final List<Period> times;
    private final List<String> categories;

    /** At least as many reports here as there. */
    record Relation(List<Integer> greater, List<Integer> less) {}

    Table(Source source, List<Area> areas, Period longest) {
        this.source = source;
        this.areas = areas;
        this.longest = longest;
        this.places = new ArrayList<>(wardsOf(county()));
        if (!source.placed()) {
            places.add(NOWHERE);
        }
        this.times = new ArrayList<>(shorter());
        if (!source.momentary()) {
            times.add(longest);
        }
        this.categories = source.types().isEmpty() ? source.categories() : source.facets();
    }

    int size() {
        return places.size() * times.size() * categories.size();
    }

    Source source() {
        return source;
    }

    String county() {
        return areas.stream()
                .filter(area -> area.kind() == AreaKind.FORCE)
                .findFirst()
                .orElseThrow()
                .code();
    }

    List<String> councils() {
        return areas.stream()
                .filter(area -> area.kind() == AreaKind.COUNCIL)
                .map(Area::code)
                .toList();
    }

    /** The wards of a council; all of them for the county. */
    List<String> wardsOf(String area) {
        return areas.stream()
                .filter(ward -> ward.kind() == AreaKind.WARD)
                .filter(ward -> area.equals(county())
                        || ward.parent().filter(area::equals).isPresent())
                .map(Area::code)
                .toList();
    }

    boolean holds(Cell cell) {
        return source.categories().contains(cell.category())
                && Period.of(longest.kind(), cell.period().firstDay()).equals(longest);
    }

    /** Every count of a period. */
    Stream<Cell> cells(Period period) {
        return areas.stream()
                .flatMap(area -> source.categories().stream().map(category -> new Cell(area.code(), category, period)));
    }

    /** The unknowns that a count is the sum of. */
    List<Integer> unknowns(Cell cell) {
        return placesOf(cell.area()).stream()
                .flatMap(place -> timesOf(cell.period()).stream()
                        .flatMap(time ->
                                categoriesOf(cell.category()).stream().map(category -> unknown(place, time, category))))
                .toList();
    }

    /** What holds of the categories of every report. */
    List<Relation> relations() {
        List<Relation> relations = new ArrayList<>();
        for (String place : places) {
            for (Period time : times) {
                boolean retail = !source.types().isEmpty();
                List<String> facets = retail ? List.of(source.facet(Facets.WITH_VIOLENCE)) : source.facets();
                List<Integer> all = at(place, time, List.of(source.name()));
                facets.forEach(facet -> relations.add(new Relation(all, at(place, time, List.of(facet)))));
                if (retail) {
                    relations.add(new Relation(
                            at(place, time, facets),
                            at(
                                    place,
                                    time,
                                    Stream.of(RetailIncidentType.VIOLENCE, RetailIncidentType.ROBBERY)
                                            .map(type -> source.facet(Facets.of(type)))
                                            .toList())));
                } else if (!facets.isEmpty()) {
                    relations.add(new Relation(at(place, time, facets), all));
                }
            }
        }
        return relations;
    }

    /** The unknowns as they are, for who knows the counts. */
    long[] point(ToLongFunction<Cell> counts) {
        return places.stream()
                .flatMapToLong(place -> times.stream()
                        .flatMapToLong(time ->
                                categories.stream().mapToLong(category -> count(place, time, category, counts))))
                .toArray();
    }

    private long count(String place, Period time, String category, ToLongFunction<Cell> counts) {
        if (place.equals(NOWHERE)) {
            return count(county(), time, category, counts)
                    - wardsOf(county()).stream()
                            .mapToLong(ward -> count(ward, time, category, counts))
                            .sum();
        }
        long whole = counts.applyAsLong(new Cell(place, category, time));
        return !time.equals(longest) || times.size() == 1
                ? whole
                : whole
                        - shorter().stream()
                                .mapToLong(part -> counts.applyAsLong(new Cell(place, category, part)))
                                .sum();
    }

    private List<Period> shorter() {
        return Stream.iterate(
                        Period.of(source.shortest(), longest.firstDay()),
                        period -> !period.firstDay().isAfter(longest.lastDay()),
                        period -> Period.of(source.shortest(), period.lastDay().plusDays(1)))
                .toList();
    }

    private List<Integer> at(String place, Period time, List<String> of) {
        return of.stream()
                .flatMap(category -> categoriesOf(category).stream())
                .map(category -> unknown(place, time, category))
                .toList();
    }

    private int unknown(String place, Period time, String category) {
        return (places.indexOf(place) * times.size() + times.indexOf(time)) * categories.size()
                + categories.indexOf(category);
    }

    private List<String> placesOf(String area) {
        return area.equals(county()) ? places : councils().contains(area) ? wardsOf(area) : List.of(area);
    }

    private List<Period> timesOf(Period period) {
        return period.equals(longest) ? times : List.of(period);
    }

    private List<String> categoriesOf(String category) {
        return category.equals(source.name()) && !source.types().isEmpty() ? source.types() : List.of(category);
    }

    static long sum(long[] point, List<Integer> unknowns) {
        return unknowns.stream().mapToLong(unknown -> point[unknown]).sum();
    }
}
