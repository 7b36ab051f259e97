package org.lamplight.release.plan;

import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.lamplight.schemas.Direction;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.ReleasedTrend;

/** Counts as they have been released, period after period; every other figure of a row comes from them. */
final class Series {
    private static final int LONGEST = 12;
    private static final int SHORTEST = 4;
    private static final double CLEAR = 0.95;

    private final Map<CellKey, Long> counts = new HashMap<>();

    /** Of earlier releases, the latest revision of each count. */
    Series(Collection<ReleasedTrend> history) {
        history.stream()
                .sorted(Comparator.comparing(ReleasedTrend::getRevision))
                .forEach(row -> add(new CellKey(row.getArea(), row.getCategory(), Periods.of(row)), row.getCount()));
    }

    /** Adds what is released now; null takes back what was released before. */
    void add(CellKey cell, Long count) {
        counts.compute(cell, (key, before) -> count);
    }

    OptionalLong count(CellKey cell) {
        Long count = counts.get(cell);
        return count == null ? OptionalLong.empty() : OptionalLong.of(count);
    }

    OptionalLong countBefore(CellKey cell) {
        return count(at(cell, Periods.before(cell.period())));
    }

    /**
     * Where a count is going: its rate per day against that of the released ones of the 12 periods before it, of which
     * there are 4 at least. Both rates have Jeffreys' prior, the reports a Poisson distribution.
     *
     * @return null where too few have been released
     */
    Direction direction(CellKey cell) {
        Period[] earlier = Stream.iterate(Periods.before(cell.period()), Periods::before)
                .limit(LONGEST)
                .filter(period -> count(at(cell, period)).isPresent())
                .toArray(Period[]::new);
        if (earlier.length < SHORTEST || count(cell).isEmpty()) {
            return null;
        }
        long before = Stream.of(earlier)
                .mapToLong(period -> counts.get(at(cell, period)))
                .sum();
        long daysBefore = Stream.of(earlier).mapToLong(Series::days).sum();
        double days = days(cell.period());
        return direction(RegularizedBeta.complement(days / (days + daysBefore), counts.get(cell) + 0.5, before + 0.5));
    }

    private static Direction direction(double rising) {
        if (rising >= CLEAR) {
            return Direction.RISING;
        }
        return rising <= 1 - CLEAR ? Direction.FALLING : Direction.NO_CLEAR_CHANGE;
    }

    private static CellKey at(CellKey cell, Period period) {
        return new CellKey(cell.area(), cell.category(), period);
    }

    private static long days(Period period) {
        return ChronoUnit.DAYS.between(period.firstDay(), period.lastDay()) + 1;
    }
}
