package org.lamplight.local.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.lamplight.schemas.CohortBasis;
import org.lamplight.streams.evaluation.Design;
import org.lamplight.streams.evaluation.Measure;
import org.lamplight.streams.evaluation.Months;
import org.lamplight.streams.rules.OutcomeSet;

/** The demo's evaluations: of the stories that are planted in its year, whichever day that ends with. */
public final class DemoEvaluations {
    private DemoEvaluations() {}

    /** Those for a year that ends now. */
    public static List<Design> upTo(Clock clock) {
        YearMonth month = YearMonth.from(LocalDate.ofInstant(clock.instant(), London.ZONE));
        return List.of(retailPilot(month), hemmingwell(month));
    }

    /** The pilot begins within the sixth month back: five whole months after it, and five before. */
    private static Design retailPilot(YearMonth month) {
        return new Design(
                "retail-pilot",
                "retail",
                new Measure.Outcomes(OutcomeSet.NORTHANTS_POSITIVE, CohortBasis.ASSIGNED),
                List.of("E06000061"),
                List.of("E06000062"),
                List.of(),
                new Months(month.minusMonths(11), month.minusMonths(7)),
                new Months(month.minusMonths(5), month.minusMonths(1)));
    }

    /** Reports from the estate begin six weeks back; the buffer are the wards around it. */
    private static Design hemmingwell(YearMonth month) {
        return new Design(
                "hemmingwell",
                "streetsafe",
                new Measure.Reports(),
                List.of("zone-hemmingwell"),
                List.of("zone-wellingborough-town-centre", "zone-kettering-all-saints", "zone-corby-kingswood"),
                List.of("E05016213", "E05016233", "E05016210", "E05016205"),
                new Months(month.minusMonths(3), month.minusMonths(2)),
                new Months(month.minusMonths(1), month));
    }
}
