package org.lamplight.streams.rules;

import java.util.Set;

/** There is no single "positive outcome", so rates are of named sets of Home Office outcome types. */
public enum OutcomeSet {
    /** Charged or summonsed. */
    CHARGE_ONLY("1", "1A"),
    /** Charged, cautioned, or resolved in the community: the commissioner's definition. */
    NORTHANTS_POSITIVE("1", "1A", "2", "3", "8"),
    /** What counted as a detection before outcomes were introduced. */
    LEGACY_DETECTION("1", "1A", "2", "3", "4", "6", "7", "8"),
    /** The commissioner's definition and diversion. */
    WITH_OUTCOME_22("1", "1A", "2", "3", "8", "22");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable, which its type does not say.
    private final Set<String> types;

    OutcomeSet(String... types) {
        this.types = Set.of(types);
    }

    /** Whether an outcome type belongs to the set. */
    public boolean holds(String outcomeType) {
        return types.contains(outcomeType);
    }
}
