package org.lamplight.streams.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lamplight.streams.trend.Town.FORCE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lamplight.schemas.AlertStatus;
import org.lamplight.schemas.Direction;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.schemas.Trend;
import org.lamplight.streams.arrivals.Weeks;
import org.lamplight.streams.deltas.CountKey;
import org.lamplight.streams.deltas.Series;

class TrendRowsTest {
    private static final LocalDate SUNDAY = LocalDate.parse("2026-03-15");

    private final TrendRows rows = new TrendRows(Town.book("a", "b", "c", "d"));

    @Test
    void shouldFillEveryColumnOfARise() {
        Town town = new Town("retail").with(4, "a", SUNDAY, 0, 60).with(1, "a", SUNDAY.minusWeeks(1), 3, 59);
        for (int back = 0; back < 3; back++) {
            town.with(9, "a", SUNDAY.minusWeeks(back), 0);
        }

        Trend row = row(town, "a", SUNDAY);

        assertThat(row.getObserved()).isEqualTo(13);
        assertThat(row.getRatePer1000()).isEqualTo(6.5);
        assertThat(row.getRateLow()).isCloseTo(3.4609, within(1e-4));
        assertThat(row.getRateHigh()).isCloseTo(11.1151, within(1e-4));
        assertThat(row.getAsOf()).isEqualTo(SUNDAY);
        assertThat(row.getCompleteness()).isBetween(0.8, 0.9);
        assertThat(row.getSeason()).isEqualTo(1);
        assertThat(row.getRatio()).isEqualTo(13 / row.getExpected());
        assertThat(row.getStatus()).isEqualTo(AlertStatus.WATCH);
        assertThat(row.getPRise()).isLessThan(0.005);
        assertThat(row.getQRise()).isEqualTo(4 * row.getPRise());
        assertThat(row.getPFall()).isGreaterThan(0.99);
        assertThat(row.getNowcast()).isGreaterThan(13);
        assertThat(row.getNowcastLow()).isEqualTo(13);
        assertThat(row.getNowcastHigh()).isGreaterThan(13);
        assertThat(row.getDirection()).isEqualTo(Direction.RISING);
        assertThat(row.getPUp()).isGreaterThan(0.95);
        assertThat(row.getDirectionLow()).isLessThan(row.getDirectionRatio());
        assertThat(row.getDirectionHigh()).isGreaterThan(row.getDirectionRatio());
        assertThat(row.getMinDetectableRatio()).isBetween(1.5, 3.0);
        assertThat(row.getExplanation())
                .isEqualTo("13 reports in the week; 3.7 expected by now from its own past"
                        + " (82 % of a week's reports have arrived); at least this many by chance: 1 in 500."
                        + " The last 4 weeks have 2.4 times the rate of the year before (1.7 to 3.3).");
        assertThat(row.getCaution())
                .isEqualTo("The week is still filling: a low count means nothing yet."
                        + " Reports are up in the whole force: that is what publicity or an easier form looks like."
                        + " Retail counts follow how many shops report.");
    }

    @Test
    void shouldSayLittleOfAQuietWeek() {
        Trend row = row(new Town("streetsafe").with(5, "a", SUNDAY, 0, 60), FORCE, SUNDAY);

        assertThat(row.getExplanation())
                .isEqualTo("5 reports in the week; 5.0 expected by now from its own past; nothing unusual.");
        assertThat(row.getCaution()).isNull();
        assertThat(row.getNowcast()).isEqualTo(5);
    }

    @Test
    void shouldSayWhatIsMissing() {
        Town town = new Town("streetsafe").with(1, "a", SUNDAY, 0, 3);

        Trend first = row(town, "a", SUNDAY.minusWeeks(2));
        Trend running = row(town.with(1, "b", SUNDAY.plusDays(1), 0), "b", SUNDAY.plusDays(1));

        assertThat(first.getExplanation()).isEqualTo("1 report in the week; there is no past to compare with.");
        assertThat(first.getCaution())
                .isEqualTo("How late reports come in is not known yet, so a low count means nothing."
                        + " Too few reports in a year to tell a trend.");
        assertThat(first.getExpected()).isNull();
        assertThat(first.getPRise()).isNull();
        assertThat(first.getPUp()).isNull();
        assertThat(running.getExplanation()).isEqualTo("1 report so far; the week is not over.");
        assertThat(running.getStatus()).isEqualTo(AlertStatus.PENDING);
        assertThat(running.getDirection()).isNull();
        assertThat(running.getNowcast()).isNull();
    }

    @Test
    void shouldNotNameAChanceTooSmallToPicture() {
        Town town = new Town("streetsafe").with(5, "a", SUNDAY, 0, 60).with(500, "a", SUNDAY, 0);

        assertThat(row(town, "a", SUNDAY).getExplanation()).contains("by chance: less than 1 in a million.");
    }

    @Test
    void shouldOnlyCountLongPeriods() {
        CountKey key = new CountKey(new Series(FORCE, "streetsafe"), "a", Period.of(PeriodKind.MONTH, SUNDAY));

        Trend row = rows.row(key, 7, Optional.empty()).orElseThrow();

        assertThat(row.getObserved()).isEqualTo(7);
        assertThat(row.getRateLow()).isPositive();
        assertThat(List.of(Optional.ofNullable(row.getAsOf()), Optional.ofNullable(row.getExplanation())))
                .containsOnly(Optional.empty());
        assertThat(rows.row(new CountKey(key.series(), "unknown", key.period()), 7, Optional.empty()))
                .isEmpty();
    }

    private Trend row(Town town, String area, LocalDate day) {
        LocalDate asOf = day.isAfter(SUNDAY) ? day : SUNDAY;
        Optional<WeekStatistics> statistics = town.asOf(asOf).statistics(area, Weeks.of(day));
        CountKey key =
                new CountKey(new Series(FORCE, town.counts.series().category()), area, Period.of(PeriodKind.WEEK, day));
        return rows.row(key, statistics.orElseThrow().observed(), statistics).orElseThrow();
    }
}
