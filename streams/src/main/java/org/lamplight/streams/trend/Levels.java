package org.lamplight.streams.trend;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaBook;

/** The areas of a book by level: what is pooled and what is compared. Wards of each vintage are a level of their own. */
public final class Levels {
    private final List<List<String>> levels;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final int force;

    /**
     * Where an area stands.
     *
     * @param area its code
     * @param level index of its level
     * @param index its index among the areas of the level
     */
    record Place(String area, int level, int index) {}

    private Levels(List<List<String>> levels, String force) {
        this.levels = levels;
        for (int level = 0; level < levels.size(); level++) {
            List<String> areas = levels.get(level);
            for (int index = 0; index < areas.size(); index++) {
                places.put(areas.get(index), new Place(areas.get(index), level, index));
            }
        }
        this.force = places.get(force).level();
    }

    /** The levels of a book. */
    public static Levels of(AreaBook book) {
        Map<String, List<String>> byLevel = new LinkedHashMap<>();
        for (Area area : book.areas()) {
            byLevel.computeIfAbsent(area.kind() + "/" + area.vintage(), unseen -> new ArrayList<>())
                    .add(area.code());
        }
        return new Levels(List.copyOf(byLevel.values()), book.force());
    }

    /** The codes of the areas of each level. */
    List<List<String>> all() {
        return levels;
    }

    /** Every area. */
    Collection<Place> places() {
        return places.values();
    }

    /** Where the area of this code stands; empty for one that is not in the book. */
    Optional<Place> place(String area) {
        return Optional.ofNullable(places.get(area));
    }

    /** Index of the level that holds the force alone. */
    int force() {
        return force;
    }
}
