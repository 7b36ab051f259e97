package org.lamplight.streams.evaluation;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What a design compares: the counts of its areas, month by month. */
final class Panel {
    private final Design design;
    private final Map<Role, Tally[]> before = new EnumMap<>(Role.class);
    private final Map<Role, Tally[]> after = new EnumMap<>(Role.class);

    Panel(Design design) {
        this.design = design;
        for (Role role : Role.values()) {
            before.put(role, nothing(design.before()));
            after.put(role, nothing(design.after()));
        }
    }

    private static Tally[] nothing(Months months) {
        Tally[] tallies = new Tally[months.count()];
        Arrays.fill(tallies, Tally.EMPTY);
        return tallies;
    }

    Design design() {
        return design;
    }

    /** Adds what there is more, or less, on some ground; says whether it belongs to the design. */
    boolean add(TallyKey key, Tally more) {
        Optional<Role> role =
                key.series().category().equals(design.category()) ? design.roleOf(key.areas()) : Optional.empty();
        return role.isPresent()
                && (add(before.get(role.get()), design.before(), key.month(), more)
                        || add(after.get(role.get()), design.after(), key.month(), more));
    }

    private static boolean add(Tally[] tallies, Months months, YearMonth month, Tally more) {
        if (!months.holds(month)) {
            return false;
        }
        int position = months.position(month);
        tallies[position] = tallies[position].plus(more);
        return true;
    }

    /** What the design counts, by month of the time before. */
    long[] before(Role role) {
        return counts(before.get(role));
    }

    /** What the design counts, by month of the time after. */
    long[] after(Role role) {
        return counts(after.get(role));
    }

    private long[] counts(Tally[] tallies) {
        return Arrays.stream(tallies)
                .mapToLong(tally -> tally.count(design.measure()))
                .toArray();
    }

    long recordedBefore(Role role) {
        return recorded(before.get(role));
    }

    long recordedAfter(Role role) {
        return recorded(after.get(role));
    }

    private static long recorded(Tally[] tallies) {
        return Arrays.stream(tallies)
                .mapToLong(tally -> tally.cohort().recorded())
                .sum();
    }

    /** Whether there is nothing to compare: no incident of these months in any of the areas. */
    boolean isEmpty() {
        return before.values().stream().flatMap(Arrays::stream).allMatch(Tally.EMPTY::equals)
                && after.values().stream().flatMap(Arrays::stream).allMatch(Tally.EMPTY::equals);
    }
}
