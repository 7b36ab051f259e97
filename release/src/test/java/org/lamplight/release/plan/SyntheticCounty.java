package org.lamplight.release.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaKind;
import org.lamplight.schemas.Facets;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.schemas.ProtectionMethod;
import org.lamplight.schemas.ReportKind;

/** A made-up county with reports that concentrate in a few wards, come late, straddle days and are withdrawn. */
public final class SyntheticCounty {
    static final String COUNTY = "E23";
    /** From when on it is released. */
    public static final LocalDate FROM = LocalDate.of(2026, 1, 1);

    private static final int KEYS = 256;

    private record Report(
            Family family,
            String ward,
            LocalDate first,
            LocalDate last,
            Set<String> categories,
            String premises,
            int key,
            LocalDate received,
            LocalDate withdrawn) {}

    public final Ladder ladder;
    private final List<Report> reports = new ArrayList<>();
    private final Random random;

    public SyntheticCounty(long seed, int councils, int wards) {
        this.random = new Random(seed);
        Area county = area(COUNTY, AreaKind.FORCE, Optional.empty());
        List<Area> allCouncils = IntStream.range(0, councils)
                .mapToObj(i -> area("E06-%02d".formatted(i), AreaKind.COUNCIL, Optional.of(COUNTY)))
                .toList();
        this.ladder = new Ladder(
                county,
                allCouncils,
                allCouncils.stream()
                        .flatMap(council -> IntStream.range(0, wards)
                                .mapToObj(i -> area(
                                        council.code() + "-W%02d".formatted(i),
                                        AreaKind.WARD,
                                        Optional.of(council.code()))))
                        .toList());
    }

    public static Family family(String source, ReportKind kind, ProtectionMethod method, PeriodKind... chain) {
        List<String> categories = new ArrayList<>(List.of(source));
        Facets.of(kind).forEach(facet -> categories.add(source + "." + facet));
        return new Family(source, kind, categories, List.of(chain), Protection.of(kind, method), FROM);
    }

    /** Adds so many reports that happened from a day on, over so many days. */
    public SyntheticCounty report(Family family, int number, LocalDate from, int days) {
        for (int i = 0; i < number; i++) {
            reports.add(report(family, from.plusDays(random.nextInt(days))));
        }
        return this;
    }

    /** Corrects so many reports: one is withdrawn, and comes again that day from another place or of another category. */
    public SyntheticCounty correct(int number) {
        for (int i = 0; i < number; i++) {
            int at = random.nextInt(reports.size());
            Report wrong = reports.get(at);
            LocalDate day = wrong.received().plusDays(random.nextInt(60));
            Report right = report(wrong.family(), wrong.first());
            reports.set(at, received(wrong, wrong.received(), day));
            reports.add(received(right, day, null));
        }
        return this;
    }

    /** What stood at the end of a day, by the cells that any of it counts in. */
    public Counts asOf(LocalDate day) {
        Map<CellKey, Sums> sums = new HashMap<>();
        for (Report report : reports) {
            if (!report.received().isAfter(day)
                    && (report.withdrawn() == null || report.withdrawn().isAfter(day))) {
                cells(report)
                        .forEach(cell ->
                                sums.computeIfAbsent(cell, key -> new Sums()).add(report));
            }
        }
        Map<CellKey, Tally> tallies = new HashMap<>();
        sums.forEach((cell, sum) -> tallies.put(cell, sum.tally()));
        return cell -> tallies.getOrDefault(cell, Tally.NONE);
    }

    private List<CellKey> cells(Report report) {
        List<CellKey> cells = new ArrayList<>();
        for (Period period : Period.allHolding(report.family().chain(), report.first(), report.last())) {
            for (String category : report.categories()) {
                cells.add(new CellKey(COUNTY, category, period));
                if (report.ward() != null) {
                    cells.add(new CellKey(report.ward(), category, period));
                    cells.add(new CellKey(report.ward().substring(0, 6), category, period));
                }
            }
        }
        return cells;
    }

    private Report report(Family family, LocalDate day) {
        boolean hate = family.kind() == ReportKind.HATE_REFERRAL;
        boolean retail = family.kind() == ReportKind.RETAIL_SUBMISSION;
        String ward = hate && random.nextInt(10) == 0
                ? null
                : ladder.wards().get(skewed(ladder.wards().size())).code();
        LocalDate received = day.plusDays(random.nextInt(random.nextInt(4) == 0 ? 80 : 10));
        return new Report(
                family,
                ward,
                day,
                day.plusDays(hate && random.nextInt(5) == 0 ? random.nextInt(20) : 0),
                categories(family),
                retail ? ward + random.nextInt(3) : null,
                random.nextInt(KEYS),
                received,
                random.nextInt(50) == 0 ? received.plusDays(random.nextInt(90)) : null);
    }

    private static Report received(Report report, LocalDate received, LocalDate withdrawn) {
        return new Report(
                report.family(),
                report.ward(),
                report.first(),
                report.last(),
                report.categories(),
                report.premises(),
                report.key(),
                received,
                withdrawn);
    }

    private Set<String> categories(Family family) {
        List<String> facets = family.categories().subList(1, family.categories().size());
        Set<String> categories = new HashSet<>(Set.of(family.source()));
        if (family.kind() == ReportKind.RETAIL_SUBMISSION) {
            List<String> parts = Relations.parts(family);
            String type = parts.get(skewed(parts.size()));
            categories.add(type);
            if (type.endsWith(".violence") || type.endsWith(".robbery") || random.nextInt(5) == 0) {
                categories.add(family.source() + "." + Facets.WITH_VIOLENCE);
            }
        } else {
            categories.add(facets.get(skewed(facets.size())));
            if (random.nextInt(4) == 0) {
                categories.add(facets.get(skewed(facets.size())));
            }
        }
        return categories;
    }

    /** A number below a bound, small ones more often. */
    private int skewed(int bound) {
        double x = random.nextDouble();
        return (int) (x * x * bound);
    }

    private static Area area(String code, AreaKind kind, Optional<String> parent) {
        return new Area(
                code, "Name of " + code, kind, kind == AreaKind.WARD ? 2025 : 0, parent, OptionalLong.of(10_000));
    }

    /** What is known of a cell's reports. */
    private static final class Sums {
        private final Map<String, Long> premises = new HashMap<>();
        private long reports;
        private int keys;

        void add(Report report) {
            reports++;
            keys = (keys + report.key()) % KEYS;
            if (report.premises() != null) {
                premises.merge(report.premises(), 1L, Long::sum);
            }
        }

        Tally tally() {
            return new Tally(
                    reports,
                    premises.values().stream()
                            .sorted((one, other) -> Long.compare(other, one))
                            .limit(3)
                            .toList(),
                    keys);
        }
    }
}
