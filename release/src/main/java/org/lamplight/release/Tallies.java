package org.lamplight.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.lamplight.areas.Area;
import org.lamplight.release.plan.CellKey;
import org.lamplight.release.plan.Counts;
import org.lamplight.release.plan.Family;
import org.lamplight.release.plan.Ladder;
import org.lamplight.release.plan.Tally;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.ProtectionMethod;

/** Counts reports one by one; holds cells, not reports. */
final class Tallies implements Counts {
    private static final int KEYS = 256;
    private static final int LARGEST = 3;

    private final Ladder ladder;
    private final WithoutConsent withoutConsent;
    private final ToIntFunction<String> keyOf;
    private final Map<String, Family> families;
    private final Map<String, Area> wards;
    private final Map<CellKey, Cell> cells = new HashMap<>();

    /**
     * Counts nothing yet.
     *
     * @param keyOf the key of a report by its id, 0 to 255, for the cell-key method
     */
    Tallies(Ladder ladder, List<Family> families, WithoutConsent withoutConsent, ToIntFunction<String> keyOf) {
        this.ladder = ladder;
        this.withoutConsent = withoutConsent;
        this.keyOf = keyOf;
        this.families = families.stream().collect(Collectors.toMap(Family::source, Function.identity()));
        this.wards = ladder.wards().stream().collect(Collectors.toMap(Area::code, Function.identity()));
    }

    /** Counts a report in every cell in which it counts. */
    void add(StandingReport report) {
        Family family = families.get(report.source());
        if (family == null) {
            return;
        }
        List<String> areas = areasOf(report);
        int key = family.protection().method() == ProtectionMethod.CELL_KEY ? keyOf.applyAsInt(report.id()) : 0;
        Optional<String> premises = Optional.ofNullable(report.premises())
                .filter(shop -> family.protection().dominance());
        Period.allHolding(family.chain(), report.firstDay(), report.lastDay())
                .forEach(period -> areas.forEach(area -> report.categories().stream()
                        .map(category -> new CellKey(area, category, period))
                        .forEach(cell -> cells.computeIfAbsent(cell, missing -> new Cell())
                                .add(key, premises))));
    }

    @Override
    public Tally of(CellKey cell) {
        Cell counted = cells.get(cell);
        return counted == null ? Tally.NONE : counted.tally();
    }

    /** The force, and the ward and its council where it may count there, so that a council is the sum of its wards. */
    private List<String> areasOf(StandingReport report) {
        if (!report.consented() && withoutConsent == WithoutConsent.NOWHERE) {
            return List.of();
        }
        List<String> areas = new ArrayList<>();
        areas.add(ladder.county().code());
        if (report.consented() || withoutConsent == WithoutConsent.EVERYWHERE) {
            areas.addAll(placesOf(report));
        }
        return areas;
    }

    private List<String> placesOf(StandingReport report) {
        if (wards.isEmpty()) {
            return ladder.councils().stream()
                    .map(Area::code)
                    .filter(report.areas()::contains)
                    .limit(1)
                    .toList();
        }
        return report.areas().stream()
                .filter(wards::containsKey)
                .findFirst()
                .map(wards::get)
                .map(ward -> List.of(ward.code(), ward.parent().orElseThrow()))
                .orElse(List.of());
    }

    private static final class Cell {
        private final Map<String, Long> ofPremises = new HashMap<>(4);
        private long reports;
        private int keySum;

        private void add(int key, Optional<String> premises) {
            reports++;
            keySum = (keySum + key) % KEYS;
            premises.ifPresent(shop -> ofPremises.merge(shop, 1L, Long::sum));
        }

        private Tally tally() {
            List<Long> largest = ofPremises.values().stream()
                    .sorted(Comparator.reverseOrder())
                    .limit(LARGEST)
                    .toList();
            return new Tally(reports, largest, keySum);
        }
    }
}
