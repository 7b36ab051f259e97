package org.lamplight.release.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamplight.areas.Area;
import org.lamplight.release.plan.Family;
import org.lamplight.release.plan.SyntheticCounty;
import org.lamplight.schemas.AreaKind;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.schemas.ProtectionMethod;
import org.lamplight.schemas.ReleasedTrend;
import org.lamplight.schemas.ReportKind;

/**
 * Releases a synthetic county on each of 90 days and lets a hostile reader loose on all rows.
 * {@code -Dlamplight.attack=long} does so with more sources, wards and reports, and also lets him use later rows.
 */
class HostileReaderTest {
    private static final LocalDate FROM = SyntheticCounty.FROM;
    private static final LocalDate FIRST = LocalDate.of(2026, 5, 1);
    private static final int DAYS = 90;
    private static final int DAYS_OF_REPORTS = 210;
    private static final boolean LONG = "long".equals(System.getProperty("lamplight.attack"));

    private static final Source CONCERNS =
            new Source("streetsafe", ReportKind.SAFETY_CONCERN, PeriodKind.MONTH, PeriodKind.QUARTER, true, true);
    private static final Source WEEKLY =
            new Source("weekly", ReportKind.SAFETY_CONCERN, PeriodKind.WEEK, PeriodKind.FOUR_WEEKS, true, true);
    private static final Source HATE =
            new Source("hate", ReportKind.HATE_REFERRAL, PeriodKind.MONTH, PeriodKind.QUARTER, false, false);
    private static final Source RETAIL =
            new Source("retail", ReportKind.RETAIL_SUBMISSION, PeriodKind.MONTH, PeriodKind.QUARTER, true, true);
    private static final Source PLAIN =
            new Source("plain", ReportKind.UNKNOWN, PeriodKind.MONTH, PeriodKind.MONTH, true, true);

    /**
     * What is released.
     *
     * @param wards of each of two councils
     * @param reports in seven months
     */
    record Setting(Source source, ProtectionMethod method, int wards, int reports) {}

    static Stream<Setting> settings() {
        return LONG
                ? Stream.of(ProtectionMethod.ROUNDED, ProtectionMethod.CELL_KEY)
                        .flatMap(method -> Stream.of(
                                new Setting(CONCERNS, method, 6, 120),
                                new Setting(CONCERNS, method, 12, 400),
                                new Setting(CONCERNS, method, 12, 2_000),
                                new Setting(WEEKLY, method, 8, 1_000),
                                new Setting(HATE, method, 8, 1_000),
                                new Setting(HATE, method, 8, 4_000),
                                new Setting(RETAIL, method, 8, 1_500),
                                new Setting(RETAIL, method, 8, 6_000)))
                : Stream.of(
                        new Setting(CONCERNS, ProtectionMethod.ROUNDED, 6, 400),
                        new Setting(CONCERNS, ProtectionMethod.CELL_KEY, 6, 400),
                        new Setting(HATE, ProtectionMethod.ROUNDED, 3, 600),
                        new Setting(WEEKLY, ProtectionMethod.ROUNDED, 4, 400));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void shouldNotLetAnyCountBeWorkedOut(Setting setting) {
        SyntheticCounty county = new SyntheticCounty(7, 2, setting.wards());
        Source source = setting.source();
        Family family = SyntheticCounty.family(
                source.name(), source.kind(), setting.method(), source.shortest(), source.longest());
        county.report(family, setting.reports(), FROM, DAYS_OF_REPORTS).correct(setting.reports() / 50);
        Replay replay = new Replay(county.ladder, county::asOf).run(List.of(family), FIRST, DAYS);

        Result result = new Result();
        for (boolean later : LONG ? new boolean[] {false, true} : new boolean[] {false}) {
            attack(source, county.ladder.areas().toList(), replay, later, result);
        }

        System.out.printf(
                Locale.ROOT,
                "| %s, %s | %d | %,d | %,d | %,d | %d | %,d | %d | %d | %d | %d | %d | %d |%n",
                source.name(),
                setting.method(),
                2 * setting.wards(),
                setting.reports(),
                replay.rows.size(),
                replay.rows.stream().filter(ReleasedTrend::getWithheld).count(),
                replay.heldBack(),
                result.told.attacked(),
                result.byRows.below(2).size(),
                result.byRows.below(Attack.ENOUGH).size(),
                result.told.below(2).size(),
                result.told.below(Attack.ENOUGH).size(),
                result.byTheRelease.size(),
                result.told.undecided() + result.byRows.undecided());
        assertThat(result.told.attacked()).isGreaterThan(100);
        assertThat(result.byRows.below(Attack.ENOUGH)).isEmpty();
        assertThat(result.told.below(2)).isEmpty();
        assertThat(result.byTheRelease).isEmpty();
    }

    /** Without the gate: a ward with one report, another with five, and their council, rounded. */
    @Test
    void shouldFindWhatIsNotProtected() {
        List<Area> areas = new SyntheticCounty(1, 1, 2).ladder.areas().toList();
        Map<String, Long> counts = new HashMap<>(Map.of("E06-00-W00", 1L, "E06-00-W01", 5L, "E06-00", 6L, "E23", 6L));
        List<ReleasedTrend> rows = new ArrayList<>();
        counts.forEach((area, count) -> rows.add(row(area, count < 5 ? null : (count + 2) / 5 * 5)));

        Findings found = new Attack(PLAIN, areas, Replay.FILL, rows)
                .run(FIRST, Attack.Reader.ROWS, false, cell -> counts.get(cell.area()), cell -> true);

        assertThat(found.below(Attack.ENOUGH))
                .containsExactly(new Findings.Finding(
                        new Cell("E06-00-W00", "plain", Period.of(PeriodKind.MONTH, FROM)), FIRST, 3, 3));
    }

    /**
     * What the attacks on all days found.
     *
     * @param byTheRelease what a told reader found with the rows of that day, and not without their values
     */
    private record Result(Findings told, Findings byRows, List<Findings.Finding> byTheRelease) {
        Result() {
            this(new Findings(), new Findings(), new ArrayList<>());
        }
    }

    /** What others find is looked for only where the reader who is told most has found something. */
    private static void attack(Source source, List<Area> areas, Replay replay, boolean later, Result result) {
        Attack attack = new Attack(source, areas, Replay.FILL, replay.rows);
        for (LocalDate day : attack.days()) {
            Findings found = attack.run(day, Attack.Reader.TOLD, later, replay.truth(day), cell -> true);
            Set<Cell> narrow = cells(found.below(Attack.ENOUGH));
            result.told.add(found);
            result.byRows.add(attack.run(day, Attack.Reader.ROWS, later, replay.truth(day), narrow::contains));
            if (!later) {
                Set<Cell> anyway = cells(new Attack(source, areas, Replay.FILL, replay.withoutValuesOf(day))
                        .run(day, Attack.Reader.TOLD, false, replay.truth(day), narrow::contains)
                        .below(Attack.ENOUGH));
                found.below(Attack.ENOUGH).stream()
                        .filter(finding -> !anyway.contains(finding.cell()))
                        .forEach(result.byTheRelease::add);
            }
        }
    }

    private static Set<Cell> cells(List<Findings.Finding> findings) {
        return findings.stream().map(Findings.Finding::cell).collect(Collectors.toSet());
    }

    private static ReleasedTrend row(String area, Long count) {
        return ReleasedTrend.newBuilder()
                .setRelease(FIRST.toString())
                .setRevision(1)
                .setIsFinal(false)
                .setArea(area)
                .setAreaName(area)
                .setAreaKind(AreaKind.WARD)
                .setCategory("plain")
                .setPeriod(PeriodKind.MONTH)
                .setFirstDay(FROM)
                .setLastDay(FROM.plusDays(30))
                .setCount(count)
                .setWithheld(count == null)
                .setMethod(ProtectionMethod.ROUNDED)
                .setThreshold(5)
                .setBase(5)
                .build();
    }
}
