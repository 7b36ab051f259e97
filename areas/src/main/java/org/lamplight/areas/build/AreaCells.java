package org.lamplight.areas.build;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaKind;
import org.lamplight.areas.build.Vintage.Ward;

/** The areas of a book and their cells: wards as they are, councils and force as unions of wards, and zones. */
final class AreaCells {
    private final Definition definition;
    private final Vintage newest;
    private final Map<Area, Set<Long>> cells = new LinkedHashMap<>();

    AreaCells(Definition definition, Vintage newest) {
        this.definition = definition;
        this.newest = newest;
    }

    Map<Area, Set<Long>> cells() {
        return cells;
    }

    void addWards(Vintage vintage) {
        Map<String, Set<Long>> ofWards = vintage.cellsByWard();
        vintage.wards()
                .forEach((code, ward) -> cells.put(
                        new Area(
                                code,
                                ward.name(),
                                AreaKind.WARD,
                                vintage.year(),
                                Optional.of(ward.council()),
                                ward.residents()),
                        ofWards.getOrDefault(code, Set.of())));
    }

    void addCouncils() {
        Optional<String> force = Optional.of(definition.force().code());
        for (Definition.Named council : definition.councils()) {
            List<Ward> wards = newest.wards().values().stream()
                    .filter(ward -> council.code().equals(ward.council()))
                    .toList();
            add(council, AreaKind.COUNCIL, force, wards);
        }
    }

    void addForce() {
        add(definition.force(), AreaKind.FORCE, Optional.empty(), newest.wards().values());
    }

    /** Adds a zone; its parent is the council that it lies in, or the force if it straddles councils. */
    void addZone(Definition.Zone zone, Set<Long> zoneCells, Consumer<String> problems) {
        Set<Long> outside = Fit.bare(newest, zoneCells);
        if (zoneCells.isEmpty()) {
            problems.accept(
                    "Zone " + zone.code() + " holds no cell; give it cells, rings, circles, wards or boundaries.");
        } else if (!outside.isEmpty()) {
            problems.accept("Zone " + zone.code() + ": " + outside.size() + " of its " + zoneCells.size()
                    + " cells lie outside the force; make it smaller or move it.");
        }
        OptionalLong residents = zone.residents() == null ? OptionalLong.empty() : OptionalLong.of(zone.residents());
        cells.put(
                new Area(zone.code(), zone.name(), AreaKind.ZONE, 0, Optional.of(parent(zoneCells)), residents),
                zoneCells);
    }

    private String parent(Set<Long> zoneCells) {
        return definition.councils().stream()
                .map(Definition.Named::code)
                .filter(council -> zoneCells.stream().allMatch(cell -> liesIn(cell, council)))
                .findFirst()
                .orElse(definition.force().code());
    }

    private boolean liesIn(long cell, String council) {
        String ward = newest.wardOfCell().get(cell);
        return ward != null && council.equals(newest.wards().get(ward).council());
    }

    private void add(Definition.Named named, AreaKind kind, Optional<String> parent, Collection<Ward> wards) {
        Map<String, Set<Long>> ofWards = newest.cellsByWard();
        Set<Long> union = new TreeSet<>();
        wards.forEach(ward -> union.addAll(ofWards.getOrDefault(ward.code(), Set.of())));
        cells.put(new Area(named.code(), named.name(), kind, 0, parent, residents(wards)), union);
    }

    /** The residents of all the wards, unless one's are unknown. */
    private static OptionalLong residents(Collection<Ward> wards) {
        return wards.stream().allMatch(ward -> ward.residents().isPresent())
                ? OptionalLong.of(wards.stream()
                        .mapToLong(ward -> ward.residents().getAsLong())
                        .sum())
                : OptionalLong.empty();
    }
}
