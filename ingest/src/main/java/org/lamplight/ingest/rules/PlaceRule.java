package org.lamplight.ingest.rules;

import org.apache.kafka.common.cache.LRUCache;
import org.lamplight.areas.AreaBook;

/** A report has a place in the force's area. Not safe for use by several threads at once. */
public final class PlaceRule {
    private static final int MOST_KNOWN = 2_000;

    private final Grid grid;
    private final AreaBook areas;
    /** Shops report from the same place again and again, and to find its cell takes longer than to read a row. */
    private final LRUCache<Written, Long> known = new LRUCache<>(MOST_KNOWN);

    private record Written(String first, String second) {}

    /**
     * Places of a force.
     *
     * @param grid what the coordinates mean
     * @param areas the force's area
     */
    public PlaceRule(Grid grid, AreaBook areas) {
        this.grid = grid;
        this.areas = areas;
    }

    /**
     * The cell of a place.
     *
     * @param first latitude or easting, may be null or blank
     * @param second longitude or northing, may be null or blank
     */
    public long cell(String first, String second, String field) {
        if (first == null || second == null || first.isBlank() || second.isBlank()) {
            throw new BrokenRule(Rule.LOCATION_MISSING, field);
        }
        Written written = new Written(first, second);
        Long cell = known.get(written);
        if (cell == null) {
            cell = cell(Decimal.parse(first.strip(), field), Decimal.parse(second.strip(), field), field);
            known.put(written, cell);
        }
        return cell;
    }

    private long cell(double first, double second, String field) {
        if (first == 0 && second == 0) {
            throw new BrokenRule(Rule.LOCATION_ZERO, field);
        }
        if (grid.holds(first, second)) {
            long cell = grid.cell(first, second);
            if (areas.covers(cell)) {
                return cell;
            }
        }
        throw new BrokenRule(whyNot(first, second), field);
    }

    private Rule whyNot(double first, double second) {
        boolean held = grid.holds(first, second);
        boolean heldSwapped = grid.holds(/* first= */ second, /* second= */ first);
        if (heldSwapped && areas.covers(grid.cell(/* first= */ second, /* second= */ first))) {
            return Rule.LOCATION_SWAPPED;
        }
        return held ? Rule.LOCATION_OUTSIDE_AREA : Rule.LOCATION_OUT_OF_RANGE;
    }
}
