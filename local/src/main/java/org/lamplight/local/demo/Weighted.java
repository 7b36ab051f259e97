package org.lamplight.local.demo;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** A choice among values, each in proportion to its weight. */
final class Weighted<T> {
    private final List<T> values;
    private final double[] cumulative;

    /** An answer and how often it is given, against the others. */
    record Share(String answer, double weight) {}

    Weighted(List<T> values, ToDoubleFunction<? super T> weight) {
        this(values, values.stream().mapToDouble(weight).toArray());
    }

    private Weighted(List<T> values, double[] weights) {
        this.values = values;
        this.cumulative = weights.clone();
        Arrays.parallelPrefix(cumulative, Double::sum);
    }

    static Weighted<String> of(Share... shares) {
        return new Weighted<>(
                Arrays.stream(shares).map(Share::answer).toList(),
                Arrays.stream(shares).mapToDouble(Share::weight).toArray());
    }

    static Share share(String answer, double weight) {
        return new Share(answer, weight);
    }

    T draw(RandomGenerator random) {
        int found = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[cumulative.length - 1]);
        return values.get(found < 0 ? -found - 1 : found + 1);
    }
}
