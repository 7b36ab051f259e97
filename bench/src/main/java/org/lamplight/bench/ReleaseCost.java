package org.lamplight.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaBook;
import org.lamplight.release.plan.CellKey;
import org.lamplight.release.plan.Draft;
import org.lamplight.release.plan.Family;
import org.lamplight.release.plan.Ladder;
import org.lamplight.release.plan.Planner;
import org.lamplight.release.plan.Protection;
import org.lamplight.release.plan.Request;
import org.lamplight.release.plan.Tally;
import org.lamplight.schemas.Facets;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.schemas.ProtectionMethod;
import org.lamplight.schemas.ReportKind;

/**
 * How long the first release of a year takes to plan and audit, county after county. Each has the areas of the shipped book and
 * made-up reports of its own, as many as the demo's: lognormally popular wards, premises, facets and months of the year.
 */
public final class ReleaseCost {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-15");
    private static final List<PeriodKind> CHAIN = List.of(PeriodKind.MONTH, PeriodKind.QUARTER);
    private static final int DAYS = 365;
    private static final int SETTLE_DAYS = 14;
    private static final double FILL = 0.5;
    private static final double SPREAD = 1;
    private static final int PREMISES_OF_A_WARD = 5;
    private static final int LARGEST = 3;
    private static final double NANOS = 1e9;
    private static final List<String> VIOLENT = List.of("retail.violence", "retail.robbery");

    private final Ladder ladder;
    private final SplittableRandom random;
    private final Map<CellKey, Map<Integer, Long>> cells = new HashMap<>();

    private ReleaseCost(Ladder ladder, long seed) {
        this.ladder = ladder;
        random = new SplittableRandom(seed);
    }

    /** Takes the number of counties. */
    public static void main(String[] args) {
        Ladder ladder = Ladder.of(AreaBook.northamptonshire());
        List<Double> seconds = new ArrayList<>();
        long rows = 0;
        for (int county = 0; county < Integer.parseInt(args[0]); county++) {
            long before = System.nanoTime();
            Draft draft = new ReleaseCost(ladder, county).release();
            seconds.add((System.nanoTime() - before) / NANOS);
            rows += draft.rows().size();
            if (!draft.heldBack().isEmpty()) {
                throw new IllegalStateException("County " + county + " has a block that is withheld as a whole.");
            }
            System.err.printf(Locale.ROOT, "county %d of %s: %.1f s%n", county + 1, args[0], seconds.get(county));
        }
        double sum = seconds.stream().mapToDouble(Double::doubleValue).sum();
        Collections.sort(seconds);
        System.out.printf(
                "%n| counties | rows | min s | median s | max s | all s |%n|---:|---:|---:|---:|---:|---:|%n");
        System.out.printf(
                Locale.ROOT,
                "| %d | %,d | %.1f | %.1f | %.1f | %.0f |%n",
                seconds.size(),
                rows,
                seconds.get(0),
                seconds.get(seconds.size() / 2),
                seconds.get(seconds.size() - 1),
                sum);
    }

    private Draft release() {
        List<Family> families = List.of(
                family("retail", ReportKind.RETAIL_SUBMISSION, 6700),
                family("stop-hate-uk", ReportKind.HATE_REFERRAL, 370),
                family("streetsafe", ReportKind.SAFETY_CONCERN, 270));
        byte[] key = "bench".getBytes(StandardCharsets.UTF_8);
        Request request = new Request("bench", TODAY, SETTLE_DAYS, FILL, new SecretKeySpec(key, "HmacSHA256"));
        return Planner.plan(
                request, ladder, families, this::tally, List.of(), (category, period) -> OptionalDouble.empty());
    }

    /** A source with so many reports. */
    private Family family(String source, ReportKind kind, int reports) {
        List<String> facets =
                Facets.of(kind).stream().map(facet -> source + "." + facet).toList();
        List<String> categories =
                Stream.concat(Stream.of(source), facets.stream()).toList();
        List<String> ofOne = facets.stream()
                .filter(facet -> !facet.endsWith("." + Facets.WITH_VIOLENCE))
                .toList();
        double[] popularityOfWards = popularity(ladder.wards().size());
        double[] popularityOfFacets = popularity(ofOne.size());
        boolean shops = kind == ReportKind.RETAIL_SUBMISSION;
        for (int report = 0; report < reports; report++) {
            Area ward = ladder.wards().get(pick(popularityOfWards));
            LocalDate day = TODAY.minusDays(1 + random.nextInt(DAYS));
            int premises = shops ? ward.code().hashCode() + random.nextInt(PREMISES_OF_A_WARD) : 0;
            String facet = ofOne.get(pick(popularityOfFacets));
            Stream<String> violence =
                    shops && VIOLENT.contains(facet) ? Stream.of(source + "." + Facets.WITH_VIOLENCE) : Stream.empty();
            count(Stream.concat(Stream.of(source, facet), violence).toList(), ward, day, premises);
        }
        return new Family(
                source, kind, categories, CHAIN, Protection.of(kind, ProtectionMethod.ROUNDED), TODAY.minusDays(DAYS));
    }

    private void count(List<String> categories, Area ward, LocalDate day, int premises) {
        List<String> areas = List.of(
                ward.code(), ward.parent().orElseThrow(), ladder.county().code());
        for (String category : categories) {
            for (String area : areas) {
                Period.allHolding(CHAIN, day, day)
                        .forEach(period -> cells.computeIfAbsent(
                                        new CellKey(area, category, period), unseen -> new HashMap<>())
                                .merge(premises, 1L, Long::sum));
            }
        }
    }

    private Tally tally(CellKey cell) {
        List<Long> byPremises = cells.getOrDefault(cell, Map.of()).values().stream()
                .sorted(Collections.reverseOrder())
                .toList();
        return new Tally(
                byPremises.stream().mapToLong(Long::longValue).sum(),
                cell.category().startsWith("retail")
                        ? byPremises.stream().limit(LARGEST).toList()
                        : List.of(),
                0);
    }

    /** Shares that add up to one. */
    private double[] popularity(int number) {
        double[] shares = new double[number];
        double sum = 0;
        for (int i = 0; i < number; i++) {
            shares[i] = Math.exp(SPREAD * random.nextGaussian());
            sum += shares[i];
        }
        for (int i = 0; i < number; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private int pick(double[] shares) {
        double at = random.nextDouble();
        int i = 0;
        while (i < shares.length - 1 && at >= shares[i]) {
            at -= shares[i++];
        }
        return i;
    }
}
