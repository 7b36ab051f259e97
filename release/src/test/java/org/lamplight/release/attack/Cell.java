package org.lamplight.release.attack;

import org.lamplight.schemas.Period;
import org.lamplight.schemas.ReleasedTrend;

/** One count of the published tables. */
record Cell(String area, String category, Period period) {
    static Cell of(ReleasedTrend row) {
        return new Cell(row.getArea(), row.getCategory(), new Period(row.getPeriod(), row.getFirstDay()));
    }
}
