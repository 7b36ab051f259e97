package org.lamplight.reporting.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * A view that is served.
 *
 * @param id its name in addresses
 * @param title what people call it
 * @param schema the view's schema, which decides who may read it
 * @param view the view
 * @param geometry where its rows are on the map
 * @param key the columns that tell its rows apart; empty if nothing does
 * @param order the columns it is sorted by unless asked otherwise; with the key they leave nothing to chance
 * @param listed columns of few values, which are listed for people to choose from
 * @param time the columns of the first and last moment of a row; empty if it has none
 */
public record Collection(
        String id,
        String title,
        String schema,
        String view,
        Geometry geometry,
        List<String> key,
        List<String> order,
        List<String> listed,
        Optional<Span> time) {
    /** The views that anybody may read without signing in: no more than names and boundaries. */
    private static final String OPEN = "areas";

    /** Copies the lists. */
    public Collection {
        key = List.copyOf(key);
        order = List.copyOf(order);
        listed = List.copyOf(listed);
    }

    /**
     * When something was.
     *
     * @param from column of the beginning
     * @param to column of the end; may be the same
     */
    public record Span(String from, String to) {}

    /** The view with its schema. */
    public String source() {
        return schema + "." + view;
    }

    /** Whether it may be read without signing in. */
    public boolean isOpen() {
        return id.equals(OPEN);
    }
}
