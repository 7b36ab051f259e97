package org.lamplight.local.evaluate;

import java.util.Arrays;

/** Draws numbers by their weights. */
final class Lottery {
    private final double[] cumulative;

    /** A lottery of the numbers from 0. */
    Lottery(double[] weights) {
        cumulative = weights.clone();
        Arrays.parallelPrefix(cumulative, Double::sum);
    }

    int draw(Chance chance) {
        int last = cumulative.length - 1;
        int at = Arrays.binarySearch(cumulative, chance.uniform() * cumulative[last]);
        return Math.min(last, at < 0 ? -at - 1 : at);
    }
}
