package org.lamplight.streams.trend;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.lamplight.streams.statistics.DelayDistribution;

/** How many incidents of a series arrived how many days after the end of their week. */
final class Arrivals {
    /** Longer delays count as this one. */
    private static final int LONGEST = 91;
    /** Weeks older than this say nothing of how reports arrive today. */
    private static final int MEMORY_DAYS = 182;

    private final NavigableMap<Integer, NavigableMap<Integer, Long>> weeks = new TreeMap<>();

    /** Counts so many more (or, if negative, fewer) incidents of a week that arrived with a delay. */
    void add(int week, int delay, long by) {
        NavigableMap<Integer, Long> delays = weeks.computeIfAbsent(week, unseen -> new TreeMap<>());
        delays.merge(delay, by, (before, more) -> before + more == 0 ? null : before + more);
        if (delays.isEmpty()) {
            weeks.remove(week);
        }
    }

    /**
     * How much of a week has arrived by its age. Weeks that were over before the first incident of the series arrived are history
     * that was loaded, not delay, and are left out.
     */
    DelayDistribution distribution(LocalDate asOf) {
        long[] equal = new long[LONGEST + 1];
        long[] atMost = new long[LONGEST + 1];
        int oldestAge = Math.min(MEMORY_DAYS, daysLive(asOf));
        weeks.forEach((week, delays) -> {
            int age = Weeks.age(week, asOf);
            if (age >= 0 && age <= oldestAge) {
                delays.forEach((delay, count) -> add(equal, atMost, Math.min(delay, LONGEST), age, count));
            }
        });
        return DelayDistribution.of(equal, atMost);
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
}
