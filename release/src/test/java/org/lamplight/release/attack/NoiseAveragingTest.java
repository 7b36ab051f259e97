package org.lamplight.release.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lamplight.release.plan.CellKey;
import org.lamplight.release.plan.Family;
import org.lamplight.release.plan.SyntheticCounty;
import org.lamplight.release.plan.Tally;
import org.lamplight.schemas.AreaKind;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.schemas.ProtectionMethod;
import org.lamplight.schemas.ReleasedTrend;
import org.lamplight.schemas.ReportKind;

/** A reader who averages the noise of cell keys: over releases, and over totals that overlap. */
class NoiseAveragingTest {
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final Family FAMILY =
            SyntheticCounty.family("concerns", ReportKind.SAFETY_CONCERN, ProtectionMethod.CELL_KEY, PeriodKind.MONTH);
    private static final int WARDS = 8;

    private final SyntheticCounty county = new SyntheticCounty(17, 2, WARDS).report(FAMILY, 6_000, FROM, 210);
    private final Replay replay =
            new Replay(county.ladder, county::asOf).run(List.of(FAMILY), LocalDate.of(2026, 2, 14), 250);

    @Test
    void shouldHaveTheSameNoiseForTheSameReports() {
        Map<Cell, ReleasedTrend> first = new HashMap<>();
        int same = 0;
        for (ReleasedTrend row : replay.rows) {
            ReleasedTrend before = first.putIfAbsent(Cell.of(row), row);
            if (before != null
                    && before.getCount() != null
                    && row.getCount() != null
                    && tally(before).equals(tally(row))) {
                assertThat(row.getCount()).isEqualTo(before.getCount());
                same++;
            }
        }
        assertThat(same).as("counts that were released twice, unchanged").isGreaterThan(5);
    }

    /**
     * A ward is also what its council has more than the other wards. That estimate has the noise of all of them, so its
     * weight in the best average of both is small.
     */
    @Test
    void shouldGainNextToNothingByTotalsThatOverlap() {
        List<Double> alone = new ArrayList<>();
        List<Double> averaged = new ArrayList<>();
        for (ReleasedTrend row : replay.rows) {
            List<ReleasedTrend> others = siblings(row);
            if (row.getAreaKind() == AreaKind.WARD && row.getCount() != null && others.size() == WARDS) {
                long rest = others.stream()
                        .mapToLong(
                                other -> other.getAreaKind() == AreaKind.COUNCIL ? other.getCount() : -other.getCount())
                        .sum();
                long exact = tally(row).reports();
                alone.add((double) row.getCount() - exact);
                averaged.add((WARDS * row.getCount() + rest) / (WARDS + 1.0) - exact);
            }
        }

        System.out.printf(
                Locale.ROOT,
                "%d wards: mean square of the noise %.2f, of the best average of two estimates %.2f%n",
                alone.size(),
                meanSquare(alone),
                meanSquare(averaged));
        assertThat(alone).hasSizeGreaterThan(100);
        assertThat(meanSquare(averaged)).isGreaterThan(0.75 * meanSquare(alone));
    }

    /** The council and the other wards of a ward, of the same release and period, as far as they have a value. */
    private List<ReleasedTrend> siblings(ReleasedTrend row) {
        return replay.rows.stream()
                .filter(other -> other.getRelease().equals(row.getRelease())
                        && Cell.of(other).period().equals(Cell.of(row).period())
                        && other.getCategory().equals(row.getCategory())
                        && !other.getArea().equals(row.getArea())
                        && other.getAreaKind() != AreaKind.FORCE
                        && other.getCouncil().equals(row.getCouncil())
                        && other.getCount() != null)
                .toList();
    }

    private Tally tally(ReleasedTrend row) {
        Cell cell = Cell.of(row);
        return county.asOf(Attack.dayOf(row)).of(new CellKey(cell.area(), cell.category(), cell.period()));
    }

    private static double meanSquare(List<Double> errors) {
        return errors.stream().mapToDouble(error -> error * error).average().orElseThrow();
    }
}
