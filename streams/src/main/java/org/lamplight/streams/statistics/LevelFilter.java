package org.lamplight.streams.statistics;

import java.util.Optional;

/**
 * What to expect of each area of one level, week after week, from its own decayed past and the mean of its level. With
 * y(j) the count of week j, s(j) its season factor and pi(j) the share of it that has arrived, before week t
 *
 * <pre>
 * a = sum over j &lt; t - 2 of 0.97^(t-3-j) y(j)      b = sum over the same weeks of 0.97^(t-3-j) s(j) pi(j)
 * m0 = mean of a over the areas of the level / b    alpha = a + 4 m0    beta = b + 4
 * </pre>
 *
 * The two weeks before t are left out, so that a rise does not teach itself away. The dispersion of a level says how much more
 * its counts vary than alpha and beta say: the decayed (0.98) sum over areas and past weeks of (y - mu)^2, over that of
 * mu (1 + mu / alpha), where mu is what had been expected of the week as if everything had arrived; at least 1.
 *
 * <p>Sources: West and Harrison 1997, Harvey and Fernandes 1989; the dispersion is that of a quasi-Poisson.
 */
public final class LevelFilter {
    private static final double DISCOUNT = 0.97;
    private static final int GUARD = 2;
    private static final double PRIOR_WEEKS = 4;
    private static final double DISPERSION_DISCOUNT = 0.98;
    /** Weeks until expectations are good enough to learn the dispersion from. */
    private static final int SETTLING = 26;

    private final double[][] decayed;
    private final double[] exposure;
    private final double[] levelMean;
    private final double[] dispersion;

    /**
     * Runs the filter over all weeks.
     *
     * @param counts counts[week][area], with every area of the level, also those without a report
     * @param season season factor of each week
     * @param completeness share of each week that has arrived
     */
    public LevelFilter(int[][] counts, double[] season, double[] completeness) {
        int weeks = counts.length;
        decayed = new double[weeks][];
        exposure = new double[weeks];
        levelMean = new double[weeks];
        dispersion = new double[weeks];
        double[] past = new double[weeks == 0 ? 0 : counts[0].length];
        double seasons = 0;
        double arrived = 0;
        double errors = 0;
        double variances = 0;
        for (int week = 0; week < weeks; week++) {
            int absorbed = week - GUARD - 1;
            if (absorbed >= 0) {
                absorb(past, counts[absorbed]);
                seasons = DISCOUNT * seasons + season[absorbed];
                arrived = DISCOUNT * arrived + season[absorbed] * completeness[absorbed];
            }
            decayed[week] = past.clone();
            exposure[week] = arrived;
            levelMean[week] = arrived > 0 ? mean(past) / arrived : 0;
            dispersion[week] = variances > 0 ? Math.max(1, errors / variances) : 1;
            double plainMean = seasons > 0 ? mean(past) / seasons : 0;
            if (week >= SETTLING && plainMean > 0) {
                errors *= DISPERSION_DISCOUNT;
                variances *= DISPERSION_DISCOUNT;
                for (int area = 0; area < past.length; area++) {
                    GammaPoisson plain = GammaPoisson.of(past[area], seasons, PRIOR_WEEKS, plainMean);
                    double expected = plain.expected(season[week]);
                    double error = counts[week][area] - expected;
                    errors += error * error;
                    variances += expected * (1 + expected / plain.shape());
                }
            }
        }
    }

    private static void absorb(double[] past, int[] counts) {
        for (int area = 0; area < past.length; area++) {
            past[area] = DISCOUNT * past[area] + counts[area];
        }
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** What is known of an area before a week; empty where no area of the level has had a report yet. */
    public Optional<GammaPoisson> before(int week, int area) {
        return levelMean[week] > 0
                ? Optional.of(GammaPoisson.of(decayed[week][area], exposure[week], PRIOR_WEEKS, levelMean[week]))
                : Optional.empty();
    }

    /** The dispersion of the level's full weeks, learnt before this week; 1 in the first half year. */
    public double dispersion(int week) {
        return dispersion[week];
    }
}
