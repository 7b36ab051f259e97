package org.lamplight.streams.arrivals;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.streams.deltas.Delta;
import org.lamplight.streams.rules.Delay;
import org.lamplight.streams.statistics.DelayDistribution;

/**
 * How many incidents of a series arrived how many days after the end of their week. History that is loaded is no delay: neither
 * weeks that were over before anything of the series had arrived, nor a day's delivery of ten or more of which most are older
 * than the longest delay.
 */
public final class Arrivals {
    /** Longer delays count as this one. */
    private static final int LONGEST = 91;
    /** Weeks older than this say nothing of how reports arrive today. */
    private static final int MEMORY_DAYS = 182;

    private static final int LOAD = 10;
    /** A feed must have been live for so many days before it shows how late its reports come in. */
    private static final int DAYS_TO_LEARN = 28;

    private final NavigableMap<Integer, NavigableMap<Integer, Long>> weeks = new TreeMap<>();

    /** How many arrived on a day after their week, and how many of those later than the longest delay. */
    private record Delivery(long late, long tooLate) {
        Delivery plus(Delivery other) {
            return new Delivery(late + other.late, tooLate + other.tooLate);
        }

        boolean isLoad() {
            return late >= LOAD && 2 * tooLate > late;
        }
    }

    /** Receives the arrivals of a week with one delay. */
    @FunctionalInterface
    private interface Reader {
        void read(int age, int delay, long count);
    }

    /** Counts so many more (or, if negative, fewer) incidents of a week that arrived with a delay. */
    public void add(int week, int delay, long by) {
        NavigableMap<Integer, Long> delays = weeks.computeIfAbsent(week, unseen -> new TreeMap<>());
        delays.merge(delay, by, (before, more) -> before + more == 0 ? null : before + more);
        if (delays.isEmpty()) {
            weeks.remove(week);
        }
    }

    /** Counts an incident, or takes it out, where one week holds all of its days. */
    public void add(Delta delta) {
        Period.holding(PeriodKind.WEEK, delta.firstDay(), delta.lastDay())
                .ifPresent(week ->
                        add(Weeks.of(week.firstDay()), Delay.days(week, delta.firstReceivedAt()), delta.sign()));
    }

    /** How much of a week has arrived by its age. */
    public DelayDistribution distribution(LocalDate asOf) {
        long[] equal = new long[LONGEST + 1];
        long[] atMost = new long[LONGEST + 1];
        int oldest = Math.min(MEMORY_DAYS, daysLive(asOf));
        Set<Integer> loads = loads(asOf);
        forEach(asOf, (age, delay, count) -> {
            if (age >= 0 && age <= oldest && (delay == 0 || !loads.contains(age - delay))) {
                add(equal, atMost, Math.min(delay, LONGEST), age, count);
            }
        });
        return DelayDistribution.of(equal, atMost);
    }

    /** Whether a week may lack reports of which nothing is known: it is young, and so is the feed. */
    public boolean mayBeIncomplete(int week, LocalDate asOf) {
        return Weeks.age(week, asOf) < DAYS_TO_LEARN && daysLive(asOf) < DAYS_TO_LEARN;
    }

    private static void add(long[] equal, long[] atMost, int delay, int age, long count) {
        if (delay <= age) {
            equal[delay] += count;
        }
        for (int day = delay; day <= Math.min(age, LONGEST); day++) {
            atMost[day] += count;
        }
    }

    /** For how many days incidents have been arriving. */
    private int daysLive(LocalDate asOf) {
        return weeks.entrySet().stream()
                .mapToInt(
                        week -> Weeks.age(week.getKey(), asOf) - week.getValue().firstKey())
                .max()
                .orElse(0);
    }

    /** The days, counted back, on which history was loaded. */
    private Set<Integer> loads(LocalDate asOf) {
        NavigableMap<Integer, Delivery> deliveries = new TreeMap<>();
        forEach(asOf, (age, delay, count) -> {
            if (delay > 0) {
                deliveries.merge(age - delay, new Delivery(count, delay > LONGEST ? count : 0), Delivery::plus);
            }
        });
        return deliveries.entrySet().stream()
                .filter(delivery -> delivery.getValue().isLoad())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void forEach(LocalDate asOf, Reader reader) {
        weeks.forEach((week, delays) -> {
            int age = Weeks.age(week, asOf);
            delays.forEach((delay, count) -> reader.read(age, delay, count));
        });
    }
}
