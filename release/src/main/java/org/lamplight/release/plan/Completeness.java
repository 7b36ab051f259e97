package org.lamplight.release.plan;

import java.util.OptionalDouble;
import org.lamplight.schemas.Period;

/** How much of a period has arrived, over the whole force. */
@FunctionalInterface
public interface Completeness {
    /** Share of a category's reports of a period that has arrived, 0 to 1; empty where it is not known. */
    OptionalDouble of(String category, Period period);
}
