package org.lamplight.streams.statistics;

/**
 * An estimate's interval.
 *
 * @param low lower limit
 * @param high upper limit
 */
public record Interval(double low, double high) {}
