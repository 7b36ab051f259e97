package org.lamplight.reporting.live;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What has changed and is still to be told: collections, each with its categories, none of them meaning all. */
final class News {
    private final Map<String, Set<String>> categories = new LinkedHashMap<>();

    /** Rows of these categories have changed; of all if there is none. */
    void add(String collection, Set<String> changed) {
        Set<String> known = categories.get(collection);
        if (known == null) {
            categories.put(collection, new HashSet<>(changed));
        } else if (changed.isEmpty()) {
            known.clear();
        } else if (!known.isEmpty()) {
            known.addAll(changed);
        }
    }

    boolean isEmpty() {
        return categories.isEmpty();
    }

    /** Takes all of it out. */
    Map<String, Set<String>> take() {
        Map<String, Set<String>> taken = new LinkedHashMap<>(categories);
        categories.clear();
        return taken;
    }
}
