package org.lamplight.streams;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.lamplight.streams.evaluation.Design;
import org.lamplight.streams.rules.Resolutions;

/**
 * How the live tables are kept current.
 *
 * @param asOf where the current date comes from
 * @param clock the wall clock
 * @param publishInterval how long news waits for more before what changed is computed and its rows are sent, at most; without
 *     news, how often that is done
 * @param driftInterval how often rows are sent at most that changed only because others did
 * @param overdispersion whether the test for emergence allows for counts that vary more than the model says
 * @param resolutions resolution of each category's surface
 * @param evaluations what is compared before and after something was done
 */
public record Live(
        AsOf asOf,
        Clock clock,
        Duration publishInterval,
        Duration driftInterval,
        boolean overdispersion,
        Resolutions resolutions,
        List<Design> evaluations) {

    /** Where the current date comes from. */
    public enum AsOf {
        /** The wall clock. */
        WALL,
        /** The latest receipt of an accepted version, though never later than the wall clock: for replays. */
        DATA
    }

    public Live {
        positive(publishInterval, "publish.interval.ms");
        positive(driftInterval, "drift.interval.ms");
        evaluations = List.copyOf(evaluations);
    }

    /** Without evaluations. */
    public Live(
            AsOf asOf,
            Clock clock,
            Duration publishInterval,
            Duration driftInterval,
            boolean overdispersion,
            Resolutions resolutions) {
        this(asOf, clock, publishInterval, driftInterval, overdispersion, resolutions, List.of());
    }

    /** The last date that is over while this one is the last that counts: by the wall clock, today is not. */
    public LocalDate over(LocalDate lastDay) {
        return asOf == AsOf.WALL ? lastDay.minusDays(1) : lastDay;
    }

    private static void positive(Duration interval, String name) {
        if (interval.toMillis() < 1) {
            throw new IllegalArgumentException(
                    name + " is " + interval.toMillis() + "; give a number of milliseconds of at least 1.");
        }
    }
}
