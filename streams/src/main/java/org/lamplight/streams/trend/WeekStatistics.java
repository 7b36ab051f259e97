package org.lamplight.streams.trend;

import java.time.LocalDate;
import java.util.Optional;
import org.lamplight.schemas.AlertStatus;
import org.lamplight.streams.statistics.GammaPoisson;
import org.lamplight.streams.statistics.Nowcast;

/**
 * What is computed of one area and week.
 *
 * @param asOf last date counted
 * @param observed incidents so far
 * @param season season factor
 * @param completeness share of the week's incidents that has arrived
 * @param mayBeIncomplete whether it may lack reports of which nothing is known, because the feed is too young
 * @param past what was known of the area before; empty where there is no past, or nothing of the week can have arrived
 * @param dispersion how much more counts of this completeness vary
 * @param test the test for a rise and the change of rate; of the newest weeks only
 */
public record WeekStatistics(
        LocalDate asOf,
        long observed,
        double season,
        double completeness,
        boolean mayBeIncomplete,
        Optional<GammaPoisson> past,
        double dispersion,
        Optional<Test> test) {

    /**
     * Whether the week stands out.
     *
     * @param pRise P(at least as many incidents); 1 where nothing is expected
     * @param qRise the same with the number of areas of the level paid for
     * @param status what follows
     * @param change how the rate changes; empty while the week is not over
     * @param newestFull whether the week is the newest that is over
     * @param forceIsUp whether the whole force has more than expected in this week
     */
    record Test(
            double pRise,
            double qRise,
            AlertStatus status,
            Optional<RateChange> change,
            boolean newestFull,
            boolean forceIsUp) {}

    /** Season factor times completeness. */
    double exposure() {
        return season * completeness;
    }

    /** The dispersion of the week once all has arrived. */
    double fullDispersion() {
        return 1 + (dispersion - 1) / completeness;
    }

    /** What the week will have come to; the past must be known. */
    Nowcast nowcast(GammaPoisson known) {
        double full = known.expected(season);
        double shape = known.size(full, fullDispersion());
        return Nowcast.of(shape, shape / full, completeness, observed);
    }
}
