package org.lamplight.areas.build;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lamplight.areas.build.Vintage.Ward;

/** Reads the wards of one vintage and says what is wrong with them. */
final class VintageReader {
    private final Function<String, Path> files;
    private final Consumer<String> problems;

    VintageReader(Function<String, Path> files, Consumer<String> problems) {
        this.files = files;
        this.problems = problems;
    }

    /** The wards as defined; where two overlap, the later one in the files gets the cells. */
    Vintage read(Definition.Wards source) {
        WardTable table = source.table() == null
                ? WardTable.empty()
                : WardTable.read(source.table(), files.apply(source.table().file()));
        Vintage vintage = new Vintage(source.vintage());
        Map<List<String>, Integer> overlaps = new TreeMap<>(Comparator.comparing(List::toString));
        for (String file : source.files()) {
            Path path = files.apply(file);
            for (GeoJson.Feature feature : GeoJson.read(path)) {
                if (!source.exclude().contains(feature.text(source.code(), path))) {
                    add(ward(source, feature, path, table), feature.cells(), vintage, overlaps);
                }
            }
        }
        overlaps.forEach((pair, cells) -> problems.accept("Wards " + String.join(" and ", pair) + " of "
                + vintage.year() + " both hold " + cells + " cells; correct the boundaries of one."));
        requireSameWards(vintage, table, source);
        return vintage;
    }

    private static Ward ward(Definition.Wards source, GeoJson.Feature feature, Path file, WardTable table) {
        String code = feature.text(source.code(), file);
        String council =
                source.council() == null ? table.council(code).orElse(null) : feature.text(source.council(), file);
        return new Ward(code, feature.text(source.name(), file), council, table.residents(code));
    }

    private void add(Ward ward, Set<Long> cells, Vintage vintage, Map<List<String>, Integer> overlaps) {
        if (vintage.wards().containsKey(ward.code())) {
            problems.accept("Ward " + ward.code() + " of " + vintage.year()
                    + " occurs in two features; make one feature of several polygons of it.");
            return;
        }
        if (cells.isEmpty()) {
            problems.accept("Ward " + ward.code() + " (" + ward.name() + ") of " + vintage.year()
                    + " holds the centre of no cell; check that its boundary is in degrees, longitude first.");
        }
        vintage.add(ward);
        for (long cell : cells) {
            String before = vintage.give(cell, ward.code());
            if (before != null) {
                overlaps.merge(List.of(before, ward.code()), 1, Integer::sum);
            }
        }
    }

    private void requireSameWards(Vintage vintage, WardTable table, Definition.Wards source) {
        if (source.table() == null) {
            return;
        }
        Set<String> unknown = new HashSet<>(table.wards());
        unknown.removeAll(vintage.wards().keySet());
        unknown.stream()
                .sorted()
                .forEach(code -> problems.accept("The table " + source.table().file() + " counts residents of ward "
                        + code + ", which no boundary file of " + vintage.year()
                        + " holds; add its file, or name the right ward under `corrections`."));
    }
}
