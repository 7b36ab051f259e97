package org.lamplight.release.audit;

/**
 * Something that need not be told.
 *
 * @param row what is told now
 * @param interval what remains known of the row if it is not told
 * @param cost of not telling it, against that of other concessions
 */
public record Concession(int row, Interval interval, double cost) {}
