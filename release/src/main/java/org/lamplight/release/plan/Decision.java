package org.lamplight.release.plan;

import java.util.Map;
import org.lamplight.schemas.Period;

/**
 * What became of one product: a category and period for one recipient.
 *
 * @param recipient code of the council, or of the force
 * @param category the category
 * @param period the period
 * @param revision 1 or 2
 * @param level the finest areas that are released
 * @param reasons number of its cells by what was done and why, e.g. released, small, complementary, dominated, coarsened, held back
 */
public record Decision(
        String recipient, String category, Period period, int revision, Level level, Map<String, Long> reasons) {
    public Decision {
        reasons = Map.copyOf(reasons);
    }
}
