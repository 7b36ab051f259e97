package org.lamplight.streams.rules;

import java.util.OptionalLong;

/**
 * The higher revision wins; where revisions are equal or one is absent, the later arrival does, except that a
 * withdrawal is not undone by the very revision it withdrew.
 */
public final class Precedence {
    private Precedence() {}

    /** Whether an arriving version replaces a report that stands. */
    public static boolean overIncident(OptionalLong standing, OptionalLong arriving) {
        return anyAbsent(standing, arriving) || arriving.getAsLong() >= standing.getAsLong();
    }

    /** Whether an arriving version brings back a report that was withdrawn. */
    public static boolean overWithdrawal(OptionalLong withdrawn, OptionalLong arriving) {
        return anyAbsent(withdrawn, arriving) || arriving.getAsLong() > withdrawn.getAsLong();
    }

    /** The revision by which later arrivals are judged: the arriving one, or the one known where it has none. */
    public static OptionalLong after(OptionalLong standing, OptionalLong arriving) {
        return arriving.isPresent() ? arriving : standing;
    }

    private static boolean anyAbsent(OptionalLong one, OptionalLong other) {
        return one.isEmpty() || other.isEmpty();
    }
}
