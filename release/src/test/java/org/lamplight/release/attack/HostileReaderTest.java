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
                        new Setting(HATE, ProtectionMethod.ROUNDED, 3, 600));
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

        Findings told = new Findings();
        Findings byRows = new Findings();
        for (boolean later : LONG ? new boolean[] {false, true} : new boolean[] {false}) {
            attack(source, county.ladder.areas().toList(), replay, later, told, byRows);
        }

        System.out.printf(
                Locale.ROOT,
                "%s %s, 2 x %d wards, %d reports: %d rows, %d withheld, %d releases refused, %d taken as not told; %d counts attacked;"
                        + " by the rows %d exactly, %d to fewer than 4; told which are small %d, %d;"
                        + " bounds leave %d values, undecided %d%n%s",
                source.name(),
                setting.method(),
                setting.wards(),
                setting.reports(),
                replay.rows.size(),
                replay.rows.stream().filter(ReleasedTrend::getWithheld).count(),
                replay.refused(),
                replay.forgotten(),
                told.attacked(),
                byRows.below(2).size(),
                byRows.below(Attack.ENOUGH).size(),
                told.below(2).size(),
                told.below(Attack.ENOUGH).size(),
                told.narrowest(),
                told.undecided() + byRows.undecided(),
                told.below(Attack.ENOUGH).stream()
                        .map(each -> "  " + each + "\n")
                        .collect(Collectors.joining()));
        assertThat(told.attacked()).isGreaterThan(100);
        assertThat(byRows.below(Attack.ENOUGH)).isEmpty();
        assertThat(told.below(2)).isEmpty();
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

    /** What a reader of rows alone finds is looked for only where one who is told more has found something. */
    private static void attack(
            Source source, List<Area> areas, Replay replay, boolean later, Findings told, Findings byRows) {
        Attack attack = new Attack(source, areas, Replay.FILL, replay.rows);
        for (LocalDate day : attack.days()) {
            Findings found = attack.run(day, Attack.Reader.TOLD, later, replay.truth(day), cell -> true);
            Set<Cell> narrow = found.below(Attack.ENOUGH).stream()
                    .map(Findings.Finding::cell)
                    .collect(Collectors.toSet());
            told.add(found);
            byRows.add(attack.run(day, Attack.Reader.ROWS, later, replay.truth(day), narrow::contains));
        }
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
