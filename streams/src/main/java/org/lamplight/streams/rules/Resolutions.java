package org.lamplight.streams.rules;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;

/**
 * A category's surface has cells of resolution 8, or of 9 where configuration says that it has more than about 200
 * reports a week; it never switches by itself, because every count would change its meaning overnight.
 *
 * @param byPrefix resolution by prefix of category; the longest prefix that fits decides
 */
public record Resolutions(Map<String, Integer> byPrefix) {
    /** Resolution for sparse categories: 0.66 km² a cell. */
    public static final int SPARSE = 8;
    /** Resolution for busy categories: 0.09 km² a cell. */
    public static final int BUSY = 9;
    /** Every category sparse. */
    public static final Resolutions DEFAULT = new Resolutions(Map.of());

    private static final Set<Integer> ALLOWED = Set.of(SPARSE, BUSY);

    public Resolutions {
        byPrefix = Map.copyOf(byPrefix);
        byPrefix.forEach((prefix, resolution) -> {
            if (!ALLOWED.contains(resolution)) {
                throw new IllegalArgumentException("The resolution of categories " + prefix + "* is " + resolution
                        + "; give 8 (sparse) or 9 (more than about 200 reports a week).");
            }
        });
    }

    /** The resolution of a category. */
    public int of(String category) {
        return byPrefix.entrySet().stream()
                .filter(entry -> category.startsWith(entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(SPARSE);
    }
}
