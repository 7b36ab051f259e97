package org.lamplight.streams.deltas;

/**
 * The incidents of one category in one force: what a surface, and the trends that pool over its areas, are computed
 * from.
 *
 * @param force code of the force
 * @param category category
 */
public record Series(String force, String category) implements Comparable<Series> {
    /** The key of the series: {@code force/category}. */
    public String key() {
        return force + "/" + category;
    }

    @Override
    public int compareTo(Series other) {
        return key().compareTo(other.key());
    }
}
