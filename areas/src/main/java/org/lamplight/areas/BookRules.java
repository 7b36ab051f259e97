package org.lamplight.areas;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What must hold of every area book, whoever made it. */
final class BookRules {
    private BookRules() {}

    /** The areas by their codes, of which no two are the same, and whose parents are among them. */
    static Map<String, Area> byCode(List<Area> areas) {
        Map<String, Area> byCode = new LinkedHashMap<>();
        for (Area area : areas) {
            if (byCode.put(area.code(), area) != null) {
                throw new AreaBookException(
                        "The code " + area.code() + " stands for two areas; give one another code.");
            }
        }
        for (Area area : areas) {
            area.parent().filter(parent -> !byCode.containsKey(parent)).ifPresent(parent -> {
                throw new AreaBookException("Area " + area.code() + " has the parent " + parent
                        + ", which the book does not hold; add it or correct the code.");
            });
        }
        return byCode;
    }

    /** The force, of which there is exactly one. */
    static Area onlyForce(List<Area> areas) {
        List<Area> forces =
                areas.stream().filter(area -> area.kind() == AreaKind.FORCE).toList();
        if (forces.size() != 1) {
            throw new AreaBookException("An area book holds exactly one force; this one has " + forces.size() + ".");
        }
        return forces.get(0);
    }

    /** The position of each cell's patch; no cell is in two. */
    static CellMap patchOfCell(List<Patch> patches) {
        CellMap map = new CellMap(
                patches.stream().mapToInt(patch -> patch.cells().size()).sum());
        for (int patch = 0; patch < patches.size(); patch++) {
            for (long cell : patches.get(patch).cells()) {
                if (!map.put(cell, patch)) {
                    throw new AreaBookException(
                            "Cell " + Cells.name(cell) + " stands in two patches; build the area book anew.");
                }
            }
        }
        return map;
    }
}
