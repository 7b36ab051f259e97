package org.lamplight.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.Progress;
import org.lamplight.local.terminal.Table;

/** The experiments, in small: what they must say where the answer is plain. */
class MadeUpCountyTest {
    private static final List<Integer> BUSY = List.of(250);
    private static AreaBook book;
    private static MadeUpCounty county;

    @BeforeAll
    static void makeUp() {
        book = AreaBook.northamptonshire();
        county = new MadeUpCounty(book, 8, 1);
    }

    @Test
    void shouldShareOutAllReportsUnevenly() {
        double[] disks = IntStream.range(0, county.grid().size())
                .mapToDouble(county::diskShare)
                .sorted()
                .toArray();

        assertThat(IntStream.range(0, county.grid().size())
                        .mapToDouble(county::share)
                        .sum())
                .isCloseTo(1, within(1e-12));
        assertThat(disks[disks.length / 2]).isBetween(0.0003, 0.001);
        assertThat(disks[disks.length * 93 / 100]).isBetween(0.005, 0.01);
        assertThat(disks[disks.length * 99 / 100]).isBetween(0.015, 0.04);
    }

    @Test
    void shouldDrawByTheWeights() {
        Lottery lottery = new Lottery(new double[] {1, 0, 3});
        Chance chance = new Chance(1);
        int[] drawn = new int[3];
        for (int i = 0; i < 40_000; i++) {
            drawn[lottery.draw(chance)]++;
        }

        assertThat(drawn[1]).isZero();
        assertThat(drawn[2]).isBetween(29_500, 30_500);
    }

    @Test
    void shouldTakeUnrestForDispersionAndNothingElse() {
        assertThat(new MadeUpReports(county, 250, new Chance(1), 0, true)
                        .snapshot()
                        .dispersion())
                .isLessThan(1.2);
        assertThat(new MadeUpReports(county, 250, new Chance(1), 1, true)
                        .snapshot()
                        .dispersion())
                .isGreaterThan(2);
    }

    @Test
    void shouldAlarmLessThanTheRulesItReplaces() {
        Table table = new FalseAlarms(book, new FalseAlarms.Settings(BUSY, 8, 1, true, 1)).table(Progress.NONE);

        assertThat(value(table, 0)).isLessThan(1.5); // WATCH, of which 1 is the target
        assertThat(value(table, 3)).isGreaterThan(10); // doubled
    }

    @Test
    void shouldFindALargeRiseSoon() {
        Table table = new Detection(book, new Detection.Settings(BUSY, 1, 2, true, 1)).table(Progress.NONE);

        List<String> busyTimesFive = table.rows().get(6);
        assertThat(busyTimesFive.subList(1, 4)).containsExactly("busy: 2 % of all", "5.00", "x5");
        assertThat(busyTimesFive.get(5)).isEqualTo("1.00");
    }

    @Test
    void shouldNotTakeLatenessForAFall() {
        Table table = new LateReports(book, new LateReports.Settings(BUSY, 10, 1)).table(Progress.NONE);

        List<String> force = table.rows().get(2);
        assertThat(force.subList(0, 5)).containsExactly("250", "force", "10", "0.0", "1000.0");
    }

    @Test
    void shouldSayTheSameForTheSameSeed() {
        LateReports.Settings settings = new LateReports.Settings(List.of(10), 3, 7);

        assertThat(new LateReports(book, settings).table(Progress.NONE))
                .isEqualTo(new LateReports(book, settings).table(Progress.NONE));
    }

    private static double value(Table table, int row) {
        return Double.parseDouble(table.rows().get(row).get(1));
    }
}
