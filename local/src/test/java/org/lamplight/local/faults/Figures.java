package org.lamplight.local.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long it took to recover from each fault, and prints it. */
final class Figures {
    private final Map<Fault, List<Duration>> recoveries = new EnumMap<>(Fault.class);

    void add(Fault fault, Duration recovery) {
        List<Duration> before = recoveries.computeIfAbsent(fault, first -> new ArrayList<>());
        before.add(recovery);
        System.out.printf(Locale.ROOT, "%s %d: %.1f s%n", fault, before.size(), seconds(recovery));
    }

    /** As rows of a table in Markdown. */
    void print() {
        recoveries.forEach((fault, times) -> {
            List<Duration> sorted = times.stream().sorted().toList();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.1f |%n",
                    fault,
                    sorted.size(),
                    seconds(sorted.get(sorted.size() / 2)),
                    seconds(sorted.get(sorted.size() - 1)));
        });
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
