package org.lamplight.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What a report costs in the whole topology, by step, and which stages its time goes to. Each county has a topology of its
 * own, as each force has in production, and its reports, cells and areas. Kafka's test driver runs them: what a broker and a
 * network cost is not in it, and what the driver costs is, and is told apart by stage.
 */
final class TopologyCost implements AutoCloseable {
    /** Parts in which the year before the rounds is taken in. */
    static final int PARTS = 5;

    private static final int HISTORY_DAYS = 365;
    /** Of that year. */
    static final int FIRST_DAY = MadeUpReports.LAST_DAY - HISTORY_DAYS;

    private static final int WARM_UP = 15;
    /** More, because a sample is taken every few milliseconds only. */
    private static final int PROFILED_ROUNDS = 50;

    /** What a report goes through. */
    enum Step {
        TAKEN_IN("taken in, one of many"),
        SENT("taken in alone, and the rows that it changes sent"),
        DRIFTED("the rows that drift because of it sent, at most once a minute"),
        NEW_DAY("a day begins: every row sent, per category");

        private final String words;

        Step(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private final Load load;
    private final List<County> counties = new ArrayList<>();
    private final Map<Step, List<Meter.Cost>> costs = new EnumMap<>(Step.class);
    private final Map<Step, Profile> profiles = new EnumMap<>(Step.class);
    private final boolean profiled;

    private TopologyCost(Load load, boolean profiled) {
        this.load = load;
        this.profiled = profiled;
        for (int i = 0; i < load.counties(); i++) {
            counties.add(new County(load.reportsADay(), load.resolutions()));
        }
    }

    /** Of counties that have no reports yet. */
    TopologyCost(Load load) {
        this(load, false);
    }

    /** Lets everything be compiled that will be measured. */
    static void warmUp() {
        try (TopologyCost cost = new TopologyCost(Load.of("1"))) {
            cost.run(WARM_UP);
        }
    }

    /** Prints where the time goes; takes no arguments. */
    public static void main(String[] args) {
        warmUp();
        try (TopologyCost cost = new TopologyCost(Load.of("1"), true)) {
            cost.run(PROFILED_ROUNDS);
            cost.printProfiles();
        }
    }

    Load load() {
        return load;
    }

    /** What each step has cost, once for each round. */
    Map<Step, List<Meter.Cost>> costs() {
        return costs;
    }

    /** Bytes in each of the stores, of all counties together. */
    Map<String, Long> stored() {
        Map<String, Long> sum = new TreeMap<>();
        counties.forEach(county -> county.stored().forEach((store, bytes) -> sum.merge(store, bytes, Long::sum)));
        return sum;
    }

    /** Ends, and says how many bytes of the heap were held beside the stores. */
    long releaseHeap() {
        counties.forEach(County::emptyStores);
        long held = StateSize.used();
        close();
        return held - StateSize.used();
    }

    private void run(int rounds) {
        for (int part = 0; part < PARTS; part++) {
            takeIn(part);
        }
        settle();
        for (int round = 0; round < rounds; round++) {
            begin(round);
        }
    }

    /** Takes in a part of the year that lies behind the rounds. */
    void takeIn(int part) {
        int begin = FIRST_DAY + part * HISTORY_DAYS / PARTS;
        int end = FIRST_DAY + (part + 1) * HISTORY_DAYS / PARTS;
        measure(Step.TAKEN_IN, meter -> {
            for (int day = begin; day < end; day++) {
                int today = day;
                counties.forEach(county -> meter.measure(county, county.reportsOf(today), its -> its.takeIn(today)));
            }
        });
    }

    /** Sends every row for the first time. */
    void settle() {
        for (County county : counties) {
            county.drift();
            county.drain();
        }
    }

    /** Begins one more day. */
    void begin(int round) {
        int day = MadeUpReports.LAST_DAY + round;
        for (County county : counties) {
            county.takeIn(day);
            county.drain();
        }
        measure(Step.NEW_DAY, TrendBenchmark.CATEGORIES, County::drift);
        measure(Step.SENT, 1, county -> {
            county.takeInOne(day);
            county.publish();
        });
        measure(Step.DRIFTED, 1, County::drift);
    }

    private void measure(Step step, int times, Consumer<County> work) {
        measure(step, meter -> counties.forEach(county -> meter.measure(county, times, work)));
    }

    private void measure(Step step, Consumer<Meter> work) {
        Meter meter = new Meter(
                profiled ? Optional.of(profiles.computeIfAbsent(step, unseen -> new Profile())) : Optional.empty());
        work.accept(meter);
        costs.computeIfAbsent(step, unseen -> new ArrayList<>()).add(meter.cost());
    }

    private void printProfiles() {
        profiles.forEach((step, profile) -> profile.print(step.toString()));
    }

    @Override
    public void close() {
        counties.forEach(County::close);
        counties.clear();
    }
}
