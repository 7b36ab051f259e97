package org.lamplight.streams.trend;

import java.util.Optional;
import java.util.OptionalLong;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaBook;
import org.lamplight.schemas.AreaKind;
import org.lamplight.schemas.Trend;
import org.lamplight.streams.deltas.CountKey;

/** What a count says, as the row that analysts read. */
final class TrendRows {
    private static final double PER = 1000;

    private final AreaBook book;

    TrendRows(AreaBook book) {
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

    Trend row(CountKey key, long observed) {
        Optional<Area> area = book.area(key.area());
        OptionalLong residents = area.map(Area::residents).orElse(OptionalLong.empty());
        return Trend.newBuilder()
                .setArea(key.area())
                .setAreaKind(
                        area.map(known -> AreaKind.valueOf(known.kind().name())).orElse(AreaKind.UNKNOWN))
                .setCategory(key.series().category())
                .setPeriod(key.period().kind())
                .setFirstDay(key.period().firstDay())
                .setLastDay(key.period().lastDay())
                .setObserved(observed)
                .setResidents(residents.isPresent() ? residents.getAsLong() : null)
                .setRatePer1000(residents.isPresent() ? rate(observed, residents.getAsLong()) : null)
                .build();
    }

    private static Double rate(long observed, long residents) {
        return residents == 0 ? null : PER * observed / residents;
    }
}
