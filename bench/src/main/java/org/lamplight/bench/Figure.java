package org.lamplight.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Something measured under a load.
 *
 * @param load the load
 * @param measure what was measured
 * @param unit its unit
 * @param min the least of all rounds
 * @param median the middle one
 * @param max the largest
 */
record Figure(Load load, String measure, String unit, double min, double median, double max) {
    /** The names of the columns. */
    static final String HEADER = "counties,reports_a_day,measure,unit,min,median,max";

    /** Of one figure for each round. */
    static <T> Figure of(Load load, String measure, String unit, List<T> rounds, ToDoubleFunction<T> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        return new Figure(load, measure, unit, sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }

    /** Of what was measured once. */
    static Figure once(Load load, String measure, String unit, double value) {
        return new Figure(load, measure, unit, value, value, value);
    }

    /** As a line of comma-separated values. */
    String line() {
        return String.join(
                ",",
                Integer.toString(load.counties()),
                Integer.toString(load.reportsADay()),
                measure,
                unit,
                Arrays.stream(new double[] {min, median, max})
                        .mapToObj(value -> String.format(Locale.ROOT, "%.3f", value))
                        .reduce((left, right) -> left + "," + right)
                        .orElseThrow());
    }
}
