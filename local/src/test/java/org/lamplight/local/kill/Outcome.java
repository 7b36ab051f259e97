package org.lamplight.local.kill;

import java.util.Map;

/**
 * How what is there differs from what must be there.
 *
 * @param missing reports that are not there
 * @param surplus reports that should not be there, duplicates among them
 * @param wrong reports that are there but say something else
 */
public record Outcome(long missing, long surplus, long wrong) {
    public static final Outcome EQUAL = new Outcome(0, 0, 0);

    public static Outcome of(Map<String, Report> expected, Map<String, Report> found) {
        long missing =
                expected.keySet().stream().filter(id -> !found.containsKey(id)).count();
        long surplus =
                found.keySet().stream().filter(id -> !expected.containsKey(id)).count();
        long wrong = expected.entrySet().stream()
                .filter(entry -> found.containsKey(entry.getKey())
                        && !found.get(entry.getKey()).equals(entry.getValue()))
                .count();
        return new Outcome(missing, surplus, wrong);
    }
}
