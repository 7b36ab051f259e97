package org.lamplight.release.plan;

import java.util.Comparator;
import org.lamplight.areas.Area;
import org.lamplight.schemas.Period;

/**
 * What is released together, at one level: a category and period for one recipient.
 *
 * @param area the recipient: a council, or the force
 * @param category the category
 * @param period the period
 */
record Product(Area area, String category, Period period) {
    static final Comparator<Product> ORDER = Comparator.<Product, String>comparing(
                    product -> product.area().code())
            .thenComparing(Product::category)
            .thenComparing(Product::period, Periods.ORDER);

    /** The count of the recipient as a whole. */
    CellKey own() {
        return new CellKey(area.code(), category, period);
    }
}
