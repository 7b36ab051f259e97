package org.lamplight.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Time that a report takes on a processor in the whole topology, by step and number of counties, and which stages it goes to.
 * Each county has its own topology over its own area book, so reports, cells and areas grow together. Kafka's test driver runs
 * them: what a broker and a network cost is not in it, and what the driver costs is, and is told apart by stage.
 */
public final class TopologyCost {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int REPORTS_A_DAY = 50;
    private static final int HISTORY_DAYS = 365;
    private static final int ROUNDS = 5;
    private static final int WARM_UP = 15;
    /** More, because a sample is taken every few milliseconds only. */
    private static final int PROFILED_ROUNDS = 50;

    private static final double NANOS_PER_MICRO = 1e3;
    private static final double PERCENT = 100;

    /** What a report goes through. */
    private enum Step {
        TAKEN_IN("taken in, one of a day's " + REPORTS_A_DAY),
        SENT("taken in alone, and the rows that it changes sent"),
        DRIFTED("the rows that drift because of it sent"),
        NEW_DAY("a day begins: every row sent, per category");

        private final String words;

        Step(String words) {
            this.words = words;
        }
    }

    private final List<County> counties = new ArrayList<>();
    private final boolean profiled;
    private final Map<Step, List<Double>> micros = new EnumMap<>(Step.class);
    private final Map<Step, Profile> profiles = new EnumMap<>(Step.class);

    private TopologyCost(int number, boolean profiled) {
        this.profiled = profiled;
        for (int i = 0; i < number; i++) {
            County county = new County(REPORTS_A_DAY);
            for (int day = MadeUpReports.LAST_DAY - HISTORY_DAYS; day < MadeUpReports.LAST_DAY; day++) {
                county.takeIn(day);
                county.drain();
            }
            county.drift();
            county.drain();
            counties.add(county);
        }
    }

    /** Takes numbers of counties, or the word profile. */
    public static void main(String[] args) {
        new TopologyCost(1, false).run(WARM_UP, warm -> {});
        if (args[0].equals("profile")) {
            new TopologyCost(1, true).run(PROFILED_ROUNDS, TopologyCost::printProfiles);
        } else {
            System.out.printf("%n| counties | step | min | median | max |%n|---:|---|---:|---:|---:|%n");
            for (String number : args) {
                new TopologyCost(Integer.parseInt(number), false).run(ROUNDS, TopologyCost::printTimes);
            }
        }
    }

    private void run(int rounds, Consumer<TopologyCost> printer) {
        for (int round = 0; round < rounds; round++) {
            run(MadeUpReports.LAST_DAY + round);
        }
        printer.accept(this);
        counties.forEach(County::close);
    }

    private void run(int day) {
        measure(Step.TAKEN_IN, counties.get(0).reportsOf(day), county -> county.takeIn(day));
        measure(Step.NEW_DAY, TrendBenchmark.CATEGORIES, County::drift);
        measure(Step.SENT, 1, county -> {
            county.takeInOne(day);
            county.publish();
        });
        measure(Step.DRIFTED, 1, County::drift);
    }

    /** Measures what each county does so many times. */
    private void measure(Step step, int times, Consumer<County> work) {
        long nanos = 0;
        for (County county : counties) {
            long before = THREADS.getCurrentThreadCpuTime();
            if (profiled) {
                profiles.computeIfAbsent(step, unseen -> new Profile()).record(() -> work.accept(county));
            } else {
                work.accept(county);
            }
            nanos += THREADS.getCurrentThreadCpuTime() - before;
            county.drain();
        }
        micros.computeIfAbsent(step, unseen -> new ArrayList<>())
                .add(nanos / NANOS_PER_MICRO / times / counties.size());
    }

    private void printTimes() {
        micros.forEach((step, each) -> {
            double[] sorted =
                    each.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %s | %,.0f | %,.0f | %,.0f |%n",
                    counties.size(),
                    step.words,
                    sorted[0],
                    sorted[sorted.length / 2],
                    sorted[sorted.length - 1]);
        });
    }

    private void printProfiles() {
        profiles.forEach((step, profile) -> {
            System.out.printf("%n| %s | share |%n|---|---:|%n", step.words);
            profile.shares().entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                    .forEach(stage -> System.out.printf(
                            Locale.ROOT, "| %s | %.0f %% |%n", stage.getKey(), PERCENT * stage.getValue()));
        });
    }
}
