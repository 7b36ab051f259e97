package org.lamplight.areas.build;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The wards of one year and the cells that each holds; no cell is in two. */
final class Vintage {
    private final int year;
    private final NavigableMap<String, Ward> wards = new TreeMap<>();
    private final NavigableMap<Long, String> wardOfCell = new TreeMap<>();

    /** A ward as its sources describe it; its council is null where no source says. */
    record Ward(String code, String name, String council, OptionalLong residents) {}

    Vintage(int year) {
        this.year = year;
    }

    int year() {
        return year;
    }

    /** Its wards by code. */
    NavigableMap<String, Ward> wards() {
        return Collections.unmodifiableNavigableMap(wards);
    }

    /** Its cells and the code of each one's ward. */
    NavigableMap<Long, String> wardOfCell() {
        return Collections.unmodifiableNavigableMap(wardOfCell);
    }

    /** The cells of each ward that has any. */
    Map<String, Set<Long>> cellsByWard() {
        Map<String, Set<Long>> cells = new TreeMap<>();
        wardOfCell.forEach((cell, ward) ->
                cells.computeIfAbsent(ward, key -> new TreeSet<>()).add(cell));
        return cells;
    }

    void add(Ward ward) {
        wards.put(ward.code(), ward);
    }

    /** Gives a cell to a ward and returns the ward that had it before, or null. */
    String give(long cell, String ward) {
        return wardOfCell.put(cell, ward);
    }

    /** Takes away every cell that is not one of these. */
    void keepOnly(Set<Long> cells) {
        wardOfCell.keySet().retainAll(cells);
    }
}
