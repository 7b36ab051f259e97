package org.lamplight.streams.trend;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaBook;
import org.lamplight.schemas.AreaKind;
import org.lamplight.schemas.Trend;
import org.lamplight.streams.deltas.CountKey;
import org.lamplight.streams.statistics.GammaPoisson;
import org.lamplight.streams.statistics.Interval;
import org.lamplight.streams.statistics.MinimumDetectable;
import org.lamplight.streams.statistics.Nowcast;
import org.lamplight.streams.statistics.Rates;

/** What a count, and the statistics of it, say as the row that analysts read. */
public final class TrendRows {
    private static final double PER = 1000;
    private static final double CONFIDENCE = 0.95;

    private final AreaBook book;
    private final Memo<Long, Interval> limits = new Memo<>(count -> Rates.exactLimits(count, CONFIDENCE));
    private final Memo<Counts, Interval> ratios =
            new Memo<>(counts -> Rates.ratio(counts.recent(), 1, counts.before(), 1, CONFIDENCE));

    /** Two counts of equal exposure. */
    private record Counts(long recent, long before) {}

    /** Rows about the areas of a book. */
    public TrendRows(AreaBook book) {
        this.book = book;
    }

    static String key(CountKey key) {
        return String.join(
                "/",
                key.area(),
                key.series().category(),
                key.period().kind().name(),
                key.period().firstDay().toString());
    }

    /** The row of a count; empty for an area that is not in the book. */
    public Optional<Trend> row(CountKey key, long observed, Optional<WeekStatistics> statistics) {
        return book.area(key.area()).map(area -> row(key, area, observed, statistics));
    }

    private Trend row(CountKey key, Area area, long observed, Optional<WeekStatistics> statistics) {
        Trend.Builder row = Trend.newBuilder()
                .setArea(key.area())
                .setAreaKind(AreaKind.valueOf(area.kind().name()))
                .setCategory(key.series().category())
                .setPeriod(key.period().kind())
                .setFirstDay(key.period().firstDay())
                .setLastDay(key.period().lastDay())
                .setObserved(observed);
        rate(row, area.residents(), observed);
        statistics.ifPresent(known -> add(row, known));
        return row.build();
    }

    private void rate(Trend.Builder row, OptionalLong residents, long observed) {
        if (residents.isPresent()) {
            row.setResidents(residents.getAsLong());
        }
        if (residents.orElse(0) > 0) {
            double perThousand = PER / residents.getAsLong();
            Interval interval = limits.of(observed);
            row.setRatePer1000(PER * observed / residents.getAsLong())
                    .setRateLow(perThousand * interval.low())
                    .setRateHigh(perThousand * interval.high());
        }
    }

    private void add(Trend.Builder row, WeekStatistics week) {
        row.setAsOf(week.asOf()).setCompleteness(week.completeness()).setSeason(week.season());
        week.past()
                .ifPresent(past -> row.setExpected(past.expected(week.exposure()))
                        .setDispersion(week.dispersion())
                        .setRatio(week.observed() / past.expected(week.exposure())));
        week.test().ifPresent(test -> add(row, week, test));
    }

    private void add(Trend.Builder row, WeekStatistics week, WeekStatistics.Test test) {
        row.setStatus(test.status());
        week.past().ifPresent(past -> add(row, week, test, past));
        test.change().ifPresent(change -> add(row, change));
        row.setExplanation(TrendWords.explanation(row));
        row.setCaution(TrendWords.caution(row, week.mayBeIncomplete(), test.forceIsUp()));
    }

    private static void add(Trend.Builder row, WeekStatistics week, WeekStatistics.Test test, GammaPoisson past) {
        Nowcast nowcast = week.nowcast(past);
        row.setPRise(test.pRise())
                .setQRise(test.qRise())
                .setPFall(
                        week.mayBeIncomplete()
                                ? null
                                : past.atMost(week.observed(), week.exposure(), week.dispersion()))
                .setNowcast(nowcast.mean())
                .setNowcastLow(nowcast.interval90().low())
                .setNowcastHigh(nowcast.interval90().high());
        if (test.newestFull()) {
            double full = past.expected(week.season());
            OptionalDouble ratio =
                    MinimumDetectable.ratio(full, past.size(full, week.fullDispersion()), week.fullDispersion());
            row.setMinDetectableRatio(ratio.isPresent() ? ratio.getAsDouble() : null);
        }
    }

    private void add(Trend.Builder row, RateChange change) {
        row.setDirection(change.direction());
        if (change.isDefined()) {
            Interval interval = ratios.of(new Counts(change.recent(), change.before()));
            row.setPUp(change.pUp())
                    .setDirectionRatio(change.before() == 0 ? null : change.scale() * change.recent() / change.before())
                    .setDirectionLow(change.scale() * interval.low())
                    .setDirectionHigh(change.scale() * interval.high());
        }
    }
}
