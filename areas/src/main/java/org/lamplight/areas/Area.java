package org.lamplight.areas;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A named set of cells.
 *
 * @param code official code (e.g. E05016213), or for a zone a code of our own (e.g. zone-hemmingwell)
 * @param name name that people know it by
 * @param kind what sort of area it is
 * @param vintage year from which a ward's boundary holds; 0 for areas that have no vintage
 * @param parent code of the council of a ward or zone, of the force of a council; empty for a force
 * @param residents usual residents at the census; empty where nobody counted them
 */
public record Area(
        String code, String name, AreaKind kind, int vintage, Optional<String> parent, OptionalLong residents) {

    /** Wards first and the force last, the newest vintage first, then by code: the order of every list of areas. */
    static final Comparator<Area> ORDER = Comparator.comparing(Area::kind)
            .thenComparing(Area::vintage, Comparator.reverseOrder())
            .thenComparing(Area::code);

    public Area {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
        requireNonNull(parent, "parent");
        requireNonNull(residents, "residents");
    }
}
