package org.lamplight.areas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Cells that lie in the same areas. The patches of a book share no cell, and no cell of one is an ancestor of another's.
 *
 * @param areas positions in the book's list of areas, ascending
 * @param cells compacted cells, ascending
 */
record Patch(List<Integer> areas, List<Long> cells) {

    /** The patches that areas of these cells (of one resolution) fall into, in an order that the input determines. */
    static List<Patch> of(List<Set<Long>> cellsOfAreas) {
        Map<Long, BitSet> areasOfCells = new TreeMap<>();
        for (int area = 0; area < cellsOfAreas.size(); area++) {
            for (long cell : cellsOfAreas.get(area)) {
                areasOfCells.computeIfAbsent(cell, key -> new BitSet()).set(area);
            }
        }
        Map<BitSet, List<Long>> cellsOfSets = new LinkedHashMap<>();
        areasOfCells.forEach((cell, areas) ->
                cellsOfSets.computeIfAbsent(areas, key -> new ArrayList<>()).add(cell));
        return cellsOfSets.entrySet().stream()
                .map(set -> new Patch(set.getKey().stream().boxed().toList(), boxed(Cells.compact(set.getValue()))))
                .sorted(Comparator.comparing(patch -> patch.cells().get(0)))
                .toList();
    }

    private static List<Long> boxed(long[] cells) {
        return Arrays.stream(cells).boxed().toList();
    }
}
