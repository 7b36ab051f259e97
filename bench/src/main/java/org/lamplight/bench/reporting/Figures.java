package org.lamplight.bench.reporting;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.lamplight.bench.servers.Distribution;

/**
 * What one round of questions took.
 *
 * @param p50 milliseconds that half of the answers took at most
 * @param p95 milliseconds of 95 in 100
 * @param p99 milliseconds of 99 in 100
 * @param perSecond answers a second
 */
record Figures(double p50, double p95, double p99, double perSecond) {
    private static final double NANOS = 1e6;

    /** Of times in nanoseconds, in so many seconds. */
    static Figures of(long[] nanos, double seconds) {
        Distribution millis = Distribution.of(
                LongStream.of(nanos).mapToDouble(each -> each / NANOS).toArray());
        return new Figures(millis.quantile(0.5), millis.quantile(0.95), millis.quantile(0.99), millis.size() / seconds);
    }

    /** The middle of each figure. */
    static Figures median(List<Figures> rounds) {
        return new Figures(
                middle(rounds, Figures::p50),
                middle(rounds, Figures::p95),
                middle(rounds, Figures::p99),
                middle(rounds, Figures::perSecond));
    }

    private static double middle(List<Figures> rounds, ToDoubleFunction<Figures> figure) {
        return Distribution.of(rounds.stream().mapToDouble(figure).toArray()).median();
    }
}
