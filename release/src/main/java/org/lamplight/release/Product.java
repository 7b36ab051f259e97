package org.lamplight.release;

import java.util.List;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.schemas.ProtectionMethod;

/**
 * How one source is released.
 *
 * @param enabled whether it is
 * @param periods in which lengths of period
 * @param method how its counts are protected
 */
public record Product(boolean enabled, Periods periods, ProtectionMethod method) {
    /** Lengths of period that nest. A source is released in one kind: from the differences of both, days could be told. */
    public enum Periods {
        /** Months and quarters. */
        CALENDAR,
        /** Weeks and four weeks. */
        WEEKS;

        /** The lengths, shortest first. */
        public List<PeriodKind> kinds() {
            return switch (this) {
                case CALENDAR -> List.of(PeriodKind.MONTH, PeriodKind.QUARTER);
                case WEEKS -> List.of(PeriodKind.WEEK, PeriodKind.FOUR_WEEKS);
            };
        }
    }

    /** That of a source of which nothing is set. */
    public static final Product DEFAULT = new Product(true, Periods.CALENDAR, ProtectionMethod.ROUNDED);
}
