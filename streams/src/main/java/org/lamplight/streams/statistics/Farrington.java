package org.lamplight.streams.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A second opinion on a week of a series of three years or more: is its count above what the same weeks of the years before,
 * with season and trend, let expect? Quasi-Poisson regression on ten periods of the year and time, past outbreaks weighted
 * down by their Anscombe residuals, limits of a negative binomial with the fitted mean and dispersion. The 26 weeks before the
 * week are left out, so that an outbreak does not hide itself. Source: Noufaily and others 2013, with the settings of
 * Farrington Flexible that need no choice.
 *
 * @param expected mean expected of the week, mu
 * @param dispersion variance over mean, phi, at least 1
 * @param trend change of the logarithm of the mean per week; 0 where it was left out
 * @param limit the largest count that is no alarm
 * @param p P(a count at least as large)
 * @param alarm whether the count is above the limit, and at least five were counted in the last four weeks
 */
public record Farrington(double expected, double dispersion, double trend, long limit, double p, boolean alarm) {
    private static final int WEEKS_OF_YEAR = 52;
    private static final int PERIODS = 10;
    private static final int WINDOW = 7;
    private static final int PERIOD = (WEEKS_OF_YEAR - WINDOW) / (PERIODS - 1);
    static final int WEEKS_LEFT_OUT = 26;
    private static final double LARGE_RESIDUAL = 2.58;
    private static final double ALPHA = 0.005;
    private static final int RECENT_WEEKS = 4;
    private static final int ENOUGH = 5;

    /**
     * Judges a week.
     *
     * @param counts weekly counts
     * @param week index of the week judged
     * @param years years before it that are used, 3 to 5
     * @return empty where the series is too short, or nothing happened before
     */
    public static Optional<Farrington> of(long[] counts, int week, int years) {
        int at = years * WEEKS_OF_YEAR + WINDOW / 2;
        if (week < at) {
            return Optional.empty();
        }
        double[] past = past(counts, week, at);
        double most = DoubleStream.of(past).max().orElseThrow();
        if (most == 0) {
            return Optional.empty();
        }
        Fit fit = Fit.robust(past, true);
        // A trend that leads beyond anything seen is not believed.
        return Optional.of(judged(counts, week, at, fit.expected(at) > most ? Fit.robust(past, false) : fit));
    }

    /** The weeks that are learnt from: from the first window around this time of the year, {@code at} weeks after which we are. */
    static double[] past(long[] counts, int week, int at) {
        return LongStream.of(counts)
                .skip(week - at)
                .limit(at - WEEKS_LEFT_OUT)
                .asDoubleStream()
                .toArray();
    }

    /** The period of the year in which one of those weeks lies; also that of the week judged, which lies in period 0. */
    static int period(int at) {
        int week = at % WEEKS_OF_YEAR;
        return week < WINDOW ? 0 : 1 + (week - WINDOW) / PERIOD;
    }

    private static Farrington judged(long[] counts, int week, int at, Fit fit) {
        double expected = fit.expected(at);
        double dispersion = fit.dispersion();
        double size = expected / (dispersion - 1);
        long limit = Tails.negativeBinomialQuantile(1 - ALPHA, expected, size);
        long recent = LongStream.of(counts)
                .skip(week - RECENT_WEEKS + 1)
                .limit(RECENT_WEEKS)
                .sum();
        return new Farrington(
                expected,
                dispersion,
                fit.trend,
                limit,
                Tails.negativeBinomialAtLeast(counts[week], expected, size),
                counts[week] > limit && recent >= ENOUGH);
    }

    /**
     * One regression, log mu = period + trend times week, by iteratively reweighted least squares. Given the trend, each
     * period's coefficient is a weighted mean, so a step is an analysis of covariance and no matrix is solved.
     */
    private static final class Fit {
        private static final int MOST_STEPS = 25;
        private static final double PRECISION = 1e-8;

        private final double[] past;
        private final double[] priors;
        private final boolean withTrend;
        private final double[] means;
        private final double[] weights;
        private final double[] periodWeight = new double[PERIODS];
        private final double[] periodWeek = new double[PERIODS];
        private final double[] periodLog = new double[PERIODS];
        private double spread;
        private double trend;

        private Fit(double[] past, double[] priors, boolean withTrend) {
            this.past = past;
            this.priors = priors;
            this.withTrend = withTrend;
            means = DoubleStream.of(past).map(count -> count + 0.1).toArray();
            weights = new double[means.length];
            double before = deviance();
            for (int step = 0; step < MOST_STEPS; step++) {
                step();
                double after = deviance();
                if (Math.abs(after - before) < PRECISION * (after + 0.1)) {
                    break;
                }
                before = after;
            }
        }

        /** The fit in which weeks of a large residual s weigh 1/s^2, and all weights together the number of weeks. */
        static Fit robust(double[] past, boolean withTrend) {
            Fit plain = new Fit(past, DoubleStream.of(past).map(count -> 1).toArray(), withTrend);
            double dispersion = plain.dispersion();
            double[] priors = IntStream.range(0, past.length)
                    .mapToDouble(at -> plain.anscombe(at, dispersion))
                    .map(residual -> residual > LARGE_RESIDUAL ? 1 / (residual * residual) : 1)
                    .toArray();
            double scale = past.length / DoubleStream.of(priors).sum();
            return new Fit(
                    past, DoubleStream.of(priors).map(prior -> scale * prior).toArray(), withTrend);
        }

        double expected(int at) {
            int period = period(at);
            return Math.exp(periodLog[period] + trend * (at - periodWeek[period]));
        }

        /** Variance over mean: Pearson's statistic by its degrees of freedom, at least 1. */
        double dispersion() {
            double pearson = 0;
            for (int at = 0; at < means.length; at++) {
                double error = past[at] - means[at];
                pearson += priors[at] * error * error / means[at];
            }
            return Math.max(1, pearson / (means.length - PERIODS - (withTrend ? 1 : 0)));
        }

        private void step() {
            Arrays.fill(periodWeight, 0);
            Arrays.fill(periodWeek, 0);
            Arrays.fill(periodLog, 0);
            for (int at = 0; at < means.length; at++) {
                int period = period(at);
                weights[at] = priors[at] * means[at];
                periodWeight[period] += weights[at];
                periodWeek[period] += weights[at] * at;
                periodLog[period] += weights[at] * workingLog(at);
            }
            for (int period = 0; period < PERIODS; period++) {
                periodWeek[period] /= periodWeight[period];
                periodLog[period] /= periodWeight[period];
            }
            spread = 0;
            double slope = 0;
            for (int at = 0; at < means.length; at++) {
                int period = period(at);
                double away = at - periodWeek[period];
                spread += weights[at] * away * away;
                slope += weights[at] * away * (workingLog(at) - periodLog[period]);
            }
            trend = withTrend ? slope / spread : 0;
            for (int at = 0; at < means.length; at++) {
                means[at] = expected(at);
            }
        }

        private double workingLog(int at) {
            return Math.log(means[at]) + past[at] / means[at] - 1;
        }

        private double deviance() {
            double half = 0;
            for (int at = 0; at < means.length; at++) {
                double count = past[at];
                double gain = count > 0 ? count * Math.log(count / means[at]) : 0;
                half += priors[at] * (gain - (count - means[at]));
            }
            return 2 * half;
        }

        /** Standardised Anscombe residual: 3/2 (y^(2/3) mu^(-1/6) - mu^(1/2)) / sqrt(phi (1 - leverage)). */
        private double anscombe(int at, double dispersion) {
            int period = period(at);
            double away = at - periodWeek[period];
            double leverage = weights[at] * (1 / periodWeight[period] + (withTrend ? away * away / spread : 0));
            double raw = 1.5 * (Math.pow(past[at], 2.0 / 3) * Math.pow(means[at], -1.0 / 6) - Math.sqrt(means[at]));
            return raw / Math.sqrt(dispersion * (1 - leverage));
        }
    }
}
