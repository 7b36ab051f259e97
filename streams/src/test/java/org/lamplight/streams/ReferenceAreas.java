package org.lamplight.streams;

import static org.lamplight.streams.statistics.Reference.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.AreaKind;
import org.lamplight.areas.Cells;

/** The areas of shared/reference, which are those of 2013: a book made from their cells. */
public final class ReferenceAreas {
    public static final String FORCE = "NORTHANTS";

    private ReferenceAreas() {}

    /** Its wards are wards, its districts zones and its unitary authorities councils. */
    public static AreaBook book() {
        Map<String, Set<Long>> cells = new HashMap<>();
        Map<String, AreaKind> kinds = new HashMap<>();
        for (Map<String, String> row : rows("inputs/northants_h3res8_cells.csv")) {
            List<Long> fine = new ArrayList<>();
            for (long child : Cells.children(Cells.parse(row.get("cell")), Cells.RESOLUTION)) {
                fine.add(child);
            }
            Map<String, AreaKind> areas = Map.of(
                    row.get("ward_code"),
                    AreaKind.WARD,
                    row.get("lad_code"),
                    AreaKind.ZONE,
                    row.get("ua_code"),
                    AreaKind.COUNCIL,
                    FORCE,
                    AreaKind.FORCE);
            areas.forEach((code, kind) -> {
                kinds.put(code, kind);
                cells.computeIfAbsent(code, unseen -> new HashSet<>()).addAll(fine);
            });
        }
        return AreaBook.of(
                "invented",
                cells.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> new Area(
                                        entry.getKey(),
                                        entry.getKey(),
                                        kinds.get(entry.getKey()),
                                        0,
                                        Optional.empty(),
                                        OptionalLong.empty()),
                                Map.Entry::getValue)));
    }
}
