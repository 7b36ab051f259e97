package org.lamplight.local.demo;

import static org.lamplight.local.demo.Weighted.share;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What becomes of a shop's submission: many are escalated, a few withdrawn, the rest closed with an outcome a fortnight
 * later in the median. From the day of the pilot on, North Northamptonshire closes twice as many positively.
 */
record RetailCase(LocalDate pilot) {
    private static final double WITHDRAWN = 0.015;
    private static final double ESCALATED = 0.4;
    private static final Duration ESCALATION = Duration.ofDays(2);
    private static final Duration OUTCOME = Duration.ofDays(14);

    private static final Weighted<String> POSITIVE =
            Weighted.of(share("1", 70), share("1A", 3), share("3", 7), share("8", 20));
    private static final Weighted<String> NOT_POSITIVE = Weighted.of(
            share("18", 60), share("14", 10), share("15", 14), share("16", 12), share("21", 2), share("22", 2));

    Optional<Version> next(Version version, Pace pace, RandomGenerator random) {
        if (!version.row().get("Status").equals("Open")) {
            return Optional.empty();
        }
        double fate = random.nextDouble();
        if (fate < WITHDRAWN) {
            LocalDateTime at = pace.after(version.at(), Pace.delay(ESCALATION, 1, random));
            return Optional.of(version.withdrawn(at, updated(version, at).set("Status", "Withdrawn")));
        }
        if (fate < WITHDRAWN + ESCALATED && !version.row().get("Stage").equals("Witness statement")) {
            LocalDateTime at = pace.after(version.at(), Pace.delay(ESCALATION, 1, random));
            return Optional.of(version.next(at, escalated(updated(version, at))));
        }
        LocalDateTime at = pace.after(version.at(), Pace.delay(OUTCOME, 0.9, random));
        return Optional.of(version.next(at, closed(updated(version, at), at.toLocalDate(), random)));
    }

    private static Fields updated(Version version, LocalDateTime at) {
        return version.row().copy().set("Last updated", Retail.SECOND.format(at));
    }

    private static Fields escalated(Fields row) {
        return row.get("Stage").equals("Incident")
                ? row.set("Stage", "Crime report")
                        .set("CCTV", "Y")
                        .set("Crime ref", Canary.of("CRIME", row.get("Incident No")))
                : row.set("Stage", "Witness statement").set("Statement", "Y");
    }

    private Fields closed(Fields row, LocalDate on, RandomGenerator random) {
        Weighted<String> outcomes = random.nextDouble() < positiveShare(row, on) ? POSITIVE : NOT_POSITIVE;
        return row.set("Status", "Closed")
                .set("Outcome", outcomes.draw(random))
                .set("Outcome date", Retail.DAY.format(on));
    }

    private double positiveShare(Fields row, LocalDate on) {
        if (on.isBefore(pilot)) {
            return 0.13;
        }
        return Stores.north(row.get("Store ID")) ? 0.28 : 0.15;
    }
}
