package org.lamplight.release.plan;

import java.time.LocalDate;
import java.util.List;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.schemas.ReportKind;

/**
 * A source's counts, which are protected together because they add up.
 *
 * @param source id of the source
 * @param kind kind of its reports
 * @param categories the source itself, then its facets in alphabetical order
 * @param chain lengths of period in which it is released, shortest first; each lies within one of the next
 * @param protection how its counts are made safe
 * @param from periods that begin before this day are not released
 */
public record Family(
        String source,
        ReportKind kind,
        List<String> categories,
        List<PeriodKind> chain,
        Protection protection,
        LocalDate from) {
    public Family {
        categories = List.copyOf(categories);
        chain = List.copyOf(chain);
    }
}
