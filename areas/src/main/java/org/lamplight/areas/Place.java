package org.lamplight.areas;

import java.util.List;
import java.util.Optional;

/** What a look-up answers, made once for each patch so that looking up allocates nothing. */
record Place(List<Area> areas, Optional<Area> ward, Optional<Area> council, boolean inForce) {
    static final Place OUTSIDE = in(List.of());

    /** The place that lies in these areas, given in {@link Area#ORDER}: of several wards the newest comes first. */
    static Place in(List<Area> areas) {
        return new Place(
                List.copyOf(areas),
                first(areas, AreaKind.WARD),
                first(areas, AreaKind.COUNCIL),
                first(areas, AreaKind.FORCE).isPresent());
    }

    private static Optional<Area> first(List<Area> areas, AreaKind kind) {
        return areas.stream().filter(area -> area.kind() == kind).findFirst();
    }
}
