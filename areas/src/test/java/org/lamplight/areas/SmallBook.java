package org.lamplight.areas;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** A book small enough to see through: two wards, disks of cells, that were one; a zone in the east. */
final class SmallBook {
    static final Area EAST = ward("W1", "East", 2025);
    static final Area WEST = ward("W2", "West", 2025);
    static final Area OLD = ward("W0", "Old Town", 2021);
    static final Area ZONE =
            new Area("zone-market", "Märkt & Square", AreaKind.ZONE, 0, Optional.of("C1"), OptionalLong.empty());
    static final Area COUNCIL =
            new Area("C1", "Council", AreaKind.COUNCIL, 0, Optional.of("F1"), OptionalLong.of(2000));
    static final Area FORCE = new Area("F1", "Force", AreaKind.FORCE, 0, Optional.empty(), OptionalLong.of(2000));

    static final long EAST_CELL = Cells.at(52.24, -0.89);
    static final long WEST_CELL = Cells.at(52.24, -0.92);

    private SmallBook() {}

    static AreaBook book() {
        Set<Long> east = disk(EAST_CELL, 6);
        Set<Long> west = disk(WEST_CELL, 12);
        west.removeAll(east);
        Set<Long> both = new HashSet<>(east);
        both.addAll(west);
        return AreaBook.of(
                "Contains © nobody's data",
                Map.of(EAST, east, WEST, west, OLD, both, ZONE, disk(EAST_CELL, 2), COUNCIL, both, FORCE, both));
    }

    private static Area ward(String code, String name, int vintage) {
        return new Area(code, name, AreaKind.WARD, vintage, Optional.of("C1"), OptionalLong.of(1000));
    }

    private static Set<Long> disk(long cell, int steps) {
        return Arrays.stream(Cells.disk(cell, steps)).boxed().collect(Collectors.toSet());
    }
}
