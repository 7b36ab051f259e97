package org.lamplight.release.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.AreaKind;

/**
 * The areas of a release, which nest: wards of one vintage, councils, the force.
 *
 * @param county the force area
 * @param councils its councils, by code
 * @param wards their wards, by code; the parent of each is its council
 */
public record Ladder(Area county, List<Area> councils, List<Area> wards) {
    public Ladder {
        councils = List.copyOf(councils);
        wards = List.copyOf(wards);
    }

    /** That of an area book with the wards of its newest vintage; without wards where it has none. */
    public static Ladder of(AreaBook book) {
        int newest = book.areas().stream()
                .filter(area -> area.kind() == AreaKind.WARD)
                .mapToInt(Area::vintage)
                .max()
                .orElse(0);
        return of(book, newest);
    }

    /** That of an area book with the wards of one vintage. */
    public static Ladder of(AreaBook book, int vintage) {
        return new Ladder(
                book.area(book.force()).orElseThrow(),
                inOrder(book, AreaKind.COUNCIL),
                inOrder(book, AreaKind.WARD).stream()
                        .filter(ward -> ward.vintage() == vintage)
                        .toList());
    }

    /** All of its areas: the force, the councils, the wards. */
    public Stream<Area> areas() {
        return Stream.of(Stream.of(county), councils.stream(), wards.stream()).flatMap(areas -> areas);
    }

    /** The council of a ward; empty for another area. */
    public Optional<Area> councilOf(String ward) {
        return wards.stream()
                .filter(area -> area.code().equals(ward))
                .flatMap(area -> area.parent().stream())
                .flatMap(code ->
                        councils.stream().filter(council -> council.code().equals(code)))
                .findFirst();
    }

    /** The wards of a council. */
    public List<Area> wardsOf(Area council) {
        return wards.stream()
                .filter(ward -> ward.parent().filter(council.code()::equals).isPresent())
                .toList();
    }

    private static List<Area> inOrder(AreaBook book, AreaKind kind) {
        return book.areas().stream()
                .filter(area -> area.kind() == kind)
                .sorted(Comparator.comparing(Area::code))
                .toList();
    }
}
