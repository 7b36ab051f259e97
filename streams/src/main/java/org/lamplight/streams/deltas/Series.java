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

    /** Whether it is a facet of a source, and not all that the source has. */
    public boolean isFacet() {
        return category.indexOf('.') >= 0;
    }

    // Records' own methods take several times as long, and these are called for every count that a report changes.
    @Override
    public boolean equals(Object other) {
        return other instanceof Series series && category.equals(series.category) && force.equals(series.force);
    }

    @Override
    public int hashCode() {
        return force.hashCode() * 31 + category.hashCode();
    }

    @Override
    public int compareTo(Series other) {
        return key().compareTo(other.key());
    }
}
