package org.lamplight.local.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** When reports happen: through the year, the week and the day. */
final class Rhythm {
    private final double[] months;
    private final double[] weekdays;
    private final Weighted<Integer> hours;

    /**
     * Only the proportions within each list matter.
     *
     * @param months January to December
     * @param weekdays Monday to Sunday
     * @param hours midnight to eleven at night
     */
    Rhythm(List<Double> months, List<Double> weekdays, List<Double> hours) {
        this.months = relative(months);
        this.weekdays = relative(weekdays);
        this.hours = new Weighted<>(IntStream.range(0, hours.size()).boxed().toList(), hours::get);
    }

    /** How busy a day is, against an average one. */
    double weight(LocalDate day) {
        return months[day.getMonthValue() - 1] * weekdays[day.getDayOfWeek().getValue() - 1];
    }

    /** A moment of the day, to the minute. */
    LocalDateTime moment(LocalDate day, RandomGenerator random) {
        return London.unambiguous(day.atTime(hours.draw(random), random.nextInt(60)));
    }

    private static double[] relative(List<Double> weights) {
        double mean =
                weights.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return weights.stream().mapToDouble(weight -> weight / mean).toArray();
    }
}
