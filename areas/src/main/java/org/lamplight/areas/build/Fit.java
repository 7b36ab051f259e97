package org.lamplight.areas.build;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lamplight.areas.Cells;

/**
 * Fits an older vintage to the outline of the newest. Boundary files of different years are generalised differently,
 * so along the force's edge a cell may be inside by one and outside by the other; without this, counts of the same
 * reports by old and by new wards would differ.
 */
final class Fit {
    private Fit() {}

    /** Drops the cells that are not the force's, and gives each that is left bare to the ward most of its neighbours are in. */
    static void fit(Vintage older, Set<Long> force) {
        older.keepOnly(force);
        Set<Long> bare = bare(older, force);
        while (!bare.isEmpty()) {
            Map<Long, String> gains = new TreeMap<>();
            bare.forEach(cell -> wardAround(cell, older).ifPresent(ward -> gains.put(cell, ward)));
            if (gains.isEmpty()) {
                return;
            }
            gains.forEach(older::give);
            bare.removeAll(gains.keySet());
        }
    }

    /** The cells of the force that are in none of the vintage's wards. */
    static Set<Long> bare(Vintage vintage, Set<Long> force) {
        Set<Long> bare = new TreeSet<>(force);
        bare.removeAll(vintage.wardOfCell().keySet());
        return bare;
    }

    private static Optional<String> wardAround(long cell, Vintage vintage) {
        Map<String, Long> votes = Arrays.stream(Cells.ring(cell))
                .mapToObj(vintage.wardOfCell()::get)
                .filter(ward -> ward != null)
                .collect(Collectors.groupingBy(ward -> ward, TreeMap::new, Collectors.counting()));
        return votes.entrySet().stream()
                .reduce((best, next) -> next.getValue() > best.getValue() ? next : best)
                .map(Map.Entry::getKey);
    }
}
