package org.lamplight.release.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.schemas.ReleasedTrend;

/** Periods and those around them. */
final class Periods {
    static final Comparator<Period> ORDER =
            Comparator.comparing(Period::firstDay).thenComparing(Period::kind);

    private Periods() {}

    /** The period of a row. */
    static Period of(ReleasedTrend row) {
        return new Period(row.getPeriod(), row.getFirstDay());
    }

    /** A period and those of its kind after it that begin on a day or before. */
    static Stream<Period> from(Period first, LocalDate latest) {
        return Stream.iterate(first, period -> !period.firstDay().isAfter(latest), Periods::after);
    }

    /** The periods of a kind that lie in a longer one. */
    static List<Period> within(Period longer, PeriodKind kind) {
        return from(Period.of(kind, longer.firstDay()), longer.lastDay()).toList();
    }

    /** What people call a kind of period. */
    static String name(PeriodKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static Period after(Period period) {
        return Period.of(period.kind(), period.lastDay().plusDays(1));
    }

    static Period before(Period period) {
        return Period.of(period.kind(), period.firstDay().minusDays(1));
    }
}
