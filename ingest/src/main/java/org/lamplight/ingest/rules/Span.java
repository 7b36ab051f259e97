package org.lamplight.ingest.rules;

/**
 * A stretch of time, in milliseconds since 1970-01-01 UTC.
 *
 * @param from start, inclusive
 * @param to end, exclusive; equal to the start where the moment is known
 */
public record Span(long from, long to) {
    /** A known moment. */
    public static Span at(long moment) {
        return new Span(moment, moment);
    }
}
