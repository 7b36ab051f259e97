package org.lamplight.schemas;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tumbling period of local dates. An incident counts in it only where it holds all of the incident's days.
 *
 * @param kind length of the period
 * @param firstDay its first local date: a Monday (every fourth one for four weeks), the first of a month, or of
 *     January, April, July or October
 */
public record Period(PeriodKind kind, LocalDate firstDay) {
    /** Lengths of period in which incidents are counted live. */
    public static final List<PeriodKind> KINDS = List.of(PeriodKind.WEEK, PeriodKind.MONTH, PeriodKind.QUARTER);

    private static final String NO_PERIOD = "A period is a week, four weeks, a month or a quarter.";
    private static final int MONTHS_OF_A_QUARTER = 3;
    private static final int FOUR_WEEKS = 28;
    /** The Monday from which four weeks follow each other. */
    private static final LocalDate FIRST_MONDAY = LocalDate.of(2001, 1, 1);

    /** The period of a kind that a day lies in. */
    public static Period of(PeriodKind kind, LocalDate day) {
        return new Period(
                kind,
                switch (kind) {
                    case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                    case FOUR_WEEKS ->
                        day.minusDays(Math.floorMod(ChronoUnit.DAYS.between(FIRST_MONDAY, day), FOUR_WEEKS));
                    case MONTH -> day.withDayOfMonth(1);
                    case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % MONTHS_OF_A_QUARTER);
                    case UNKNOWN -> throw new IllegalArgumentException(NO_PERIOD);
                });
    }

    /** The period of a kind that holds all days from first to last; empty where none does. */
    public static Optional<Period> holding(PeriodKind kind, LocalDate first, LocalDate last) {
        return Optional.of(of(kind, first)).filter(period -> !last.isAfter(period.lastDay()));
    }

    /** The periods of these kinds that hold all days from first to last. */
    public static List<Period> allHolding(List<PeriodKind> kinds, LocalDate first, LocalDate last) {
        List<Period> all = new ArrayList<>(kinds.size());
        for (PeriodKind kind : kinds) {
            holding(kind, first, last).ifPresent(all::add);
        }
        return all;
    }

    /** Last local date of the period, inclusive. */
    public LocalDate lastDay() {
        LocalDate next =
                switch (kind) {
                    case WEEK -> firstDay.plusWeeks(1);
                    case FOUR_WEEKS -> firstDay.plusDays(FOUR_WEEKS);
                    case MONTH -> firstDay.plusMonths(1);
                    case QUARTER -> firstDay.plusMonths(MONTHS_OF_A_QUARTER);
                    case UNKNOWN -> throw new IllegalStateException(NO_PERIOD);
                };
        return next.minusDays(1);
    }
}
