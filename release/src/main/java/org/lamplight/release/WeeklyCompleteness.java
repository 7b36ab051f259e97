package org.lamplight.release;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jdbi.v3.core.Handle;
import org.lamplight.release.plan.Completeness;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.PeriodKind;

/** Completeness of any period from that of its weeks, as the live trends of the force have it. */
final class WeeklyCompleteness implements Completeness {
    private static final String QUERY = """
            select category, first_day, completeness
            from lamplight.trend
            where period = 'WEEK' and area = :force and completeness is not null
            """;

    private record Week(String category, LocalDate firstDay) {}

    private final Map<Week, Double> weeks;

    private WeeklyCompleteness(Map<Week, Double> weeks) {
        this.weeks = weeks;
    }

    static WeeklyCompleteness read(Handle handle, String force) {
        Map<Week, Double> weeks = new HashMap<>();
        handle.createQuery(QUERY)
                .bind("force", force)
                .map((row, context) -> weeks.put(
                        new Week(row.getString("category"), row.getObject("first_day", LocalDate.class)),
                        row.getDouble("completeness")))
                .list();
        return new WeeklyCompleteness(weeks);
    }

    /** The mean over the days of the period; empty where the week of one is not known. */
    @Override
    public OptionalDouble of(String category, Period period) {
        double sum = 0;
        int days = 0;
        for (LocalDate day = period.firstDay(); !day.isAfter(period.lastDay()); day = day.plusDays(1)) {
            Double week =
                    weeks.get(new Week(category, Period.of(PeriodKind.WEEK, day).firstDay()));
            if (week == null) {
                return OptionalDouble.empty();
            }
            sum += week;
            days++;
        }
        return OptionalDouble.of(sum / days);
    }
}
