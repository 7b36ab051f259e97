package org.lamplight.bench;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.util.Statistics;

/** Runs benchmarks with the options of JMH, and prints their least, middle and largest times as a table. */
public final class Bench {
    private static final int MIDDLE = 50;

    private Bench() {}

    /** Takes a pattern of benchmark names and options of JMH. */
    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        print(new Runner(new CommandLineOptions(args)).run());
    }

    private static void print(Collection<RunResult> results) {
        System.out.printf("%n| benchmark | load | min | median | max | unit |%n|---|---|---:|---:|---:|---|%n");
        results.forEach(Bench::print);
    }

    private static void print(RunResult result) {
        BenchmarkParams params = result.getParams();
        Statistics times = result.getPrimaryResult().getStatistics();
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %,.2f | %,.2f | %,.2f | %s |%n",
                params.getBenchmark().replaceAll(".*\\.", ""),
                params.getParamsKeys().stream().map(params::getParam).collect(Collectors.joining(", ")),
                times.getMin(),
                times.getPercentile(MIDDLE),
                times.getMax(),
                result.getPrimaryResult().getScoreUnit());
    }
}
