package org.lamplight.ingest.mapping;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts unknown codes by field and text, and no more different ones than a person can read. */
final class UnknownCodeCounts {
    private static final int MOST = 1000;

    private final Map<String, Map<String, Long>> counts = new TreeMap<>();
    private int different;
    private long more;

    void add(String field, String text) {
        Map<String, Long> texts = counts.computeIfAbsent(field, unseen -> new HashMap<>());
        if (texts.containsKey(text) || different < MOST) {
            different += texts.merge(text, 1L, Long::sum) == 1 ? 1 : 0;
        } else {
            more++;
        }
    }

    /** By field and text, the most frequent first. */
    Map<String, Map<String, Long>> byField() {
        Map<String, Map<String, Long>> sorted = new LinkedHashMap<>();
        counts.forEach((field, texts) -> sorted.put(field, mostFrequentFirst(texts)));
        return sorted;
    }

    /** How many codes came beyond those listed. */
    long more() {
        return more;
    }

    private static Map<String, Long> mostFrequentFirst(Map<String, Long> texts) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        texts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(text -> sorted.put(text.getKey(), text.getValue()));
        return sorted;
    }
}
