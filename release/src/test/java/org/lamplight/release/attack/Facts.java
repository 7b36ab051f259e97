package org.lamplight.release.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a reader concludes of a table. */
final class Facts {
    /** Of these counts, so many at most reach the threshold. */
    record Few(List<Cell> cells, long threshold, long most) {}

    final Map<Cell, Range> ranges = new LinkedHashMap<>();
    final List<Few> fews = new ArrayList<>();

    void add(Cell cell, Range range) {
        ranges.merge(cell, range, Range::and);
    }
}
