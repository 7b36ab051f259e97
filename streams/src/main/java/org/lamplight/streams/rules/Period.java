package org.lamplight.streams.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lamplight.schemas.PeriodKind;

/**
 * An incident counts in a week, month or quarter only where that holds all of its days.
 *
 * @param kind length of the period
 * @param firstDay its first local date: a Monday, the first of a month, or of January, April, July or October
 */
public record Period(PeriodKind kind, LocalDate firstDay) {
    /** Lengths of period in which incidents are counted. */
    public static final List<PeriodKind> KINDS = List.of(PeriodKind.WEEK, PeriodKind.MONTH, PeriodKind.QUARTER);

    private static final int MONTHS_OF_A_QUARTER = 3;

    /** The period of a kind that a day lies in. */
    public static Period of(PeriodKind kind, LocalDate day) {
        return new Period(
                kind,
                switch (kind) {
                    case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                    case MONTH -> day.withDayOfMonth(1);
                    case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % MONTHS_OF_A_QUARTER);
                    case UNKNOWN -> throw new IllegalArgumentException("A period is a week, a month or a quarter.");
                });
    }

    /** The period of a kind that holds all days from first to last; empty where none does. */
    public static Optional<Period> holding(PeriodKind kind, LocalDate first, LocalDate last) {
        return Optional.of(of(kind, first)).filter(period -> !last.isAfter(period.lastDay()));
    }

    /** The periods of these kinds that hold all days from first to last. */
    public static Stream<Period> allHolding(List<PeriodKind> kinds, LocalDate first, LocalDate last) {
        return kinds.stream().flatMap(kind -> holding(kind, first, last).stream());
    }

    /** Last local date of the period, inclusive. */
    public LocalDate lastDay() {
        LocalDate next =
                switch (kind) {
                    case WEEK -> firstDay.plusWeeks(1);
                    case MONTH -> firstDay.plusMonths(1);
                    case QUARTER -> firstDay.plusMonths(MONTHS_OF_A_QUARTER);
                    case UNKNOWN -> throw new IllegalStateException("A period is a week, a month or a quarter.");
                };
        return next.minusDays(1);
    }
}
