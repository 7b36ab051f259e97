package org.lamplight.local.evaluate;

import java.util.Arrays;
import org.lamplight.streams.rules.Intensity;
import org.lamplight.streams.statistics.GiStar;

/** Ways to say where the events of the next week will be. */
enum Ranker {
    /** Events of the last four weeks. */
    LAST_4_WEEKS("last 4 weeks") {
        @Override
        double[] scores(PlacedEvents events, int week) {
            return doubles(events.between(week - 4, week));
        }
    },
    /** Kernel density of the last twelve weeks: a Gaussian with a bandwidth of 0.69 of the distance between cells. */
    KDE_12_WEEKS("KDE 12 weeks") {
        @Override
        double[] scores(PlacedEvents events, int week) {
            return spread(events, doubles(events.between(week - 12, week)), 1, 0.35, 0.015);
        }
    },
    /** Getis-Ord Gi* of the last twelve weeks. */
    GI_STAR_12_WEEKS("Gi* 12 weeks") {
        @Override
        double[] scores(PlacedEvents events, int week) {
            long[] counts = events.between(week - 12, week);
            GiStar gi = new GiStar(counts, 1);
            double[] scores = new double[counts.length];
            for (int cell = 0; cell < scores.length; cell++) {
                int[] ring = events.ring(1, cell);
                long sum = counts[cell]
                        + Arrays.stream(ring).mapToLong(near -> counts[near]).sum();
                scores[cell] = gi.z(1 + ring.length, sum);
            }
            return scores;
        }
    },
    /** All events so far. */
    ALL_HISTORY("all history") {
        @Override
        double[] scores(PlacedEvents events, int week) {
            return doubles(events.between(0, week));
        }
    },
    /** What hotspot rows are ranked by. */
    INTENSITY("intensity") {
        @Override
        double[] scores(PlacedEvents events, int week) {
            double[] own = decayed(events, week);
            double[] scores = new double[own.length];
            for (int cell = 0; cell < scores.length; cell++) {
                scores[cell] = Intensity.of(
                        own[cell],
                        Arrays.stream(events.ring(1, cell))
                                .mapToDouble(near -> own[near])
                                .sum());
            }
            return scores;
        }
    },
    /** The same memory, spread wider: a quarter to the first ring, a twentieth to the second. */
    WIDE_INTENSITY("intensity, wider") {
        @Override
        double[] scores(PlacedEvents events, int week) {
            return spread(events, decayed(events, week), 1, 0.25, 0.05);
        }
    };

    private static final int DAYS_OF_WEEK = 7;

    private final String label;

    Ranker(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The score of every cell, from the weeks before this one. */
    abstract double[] scores(PlacedEvents events, int week);

    private static double[] decayed(PlacedEvents events, int week) {
        double[] sums = new double[events.cells()];
        for (int past = 0; past < week; past++) {
            double weight = Intensity.weight(DAYS_OF_WEEK * (week - 1 - past));
            double[] counts = events.week(past);
            for (int cell = 0; cell < sums.length; cell++) {
                sums[cell] += weight * counts[cell];
            }
        }
        return sums;
    }

    private static double[] spread(PlacedEvents events, double[] values, double... weights) {
        double[] sums = new double[values.length];
        for (int ring = 0; ring < weights.length; ring++) {
            for (int cell = 0; cell < sums.length; cell++) {
                double sum = 0;
                for (int near : events.ring(ring, cell)) {
                    sum += values[near];
                }
                sums[cell] += weights[ring] * sum;
            }
        }
        return sums;
    }

    private static double[] doubles(long[] values) {
        return Arrays.stream(values).asDoubleStream().toArray();
    }
}
