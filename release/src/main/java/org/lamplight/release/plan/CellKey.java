package org.lamplight.release.plan;

import org.lamplight.schemas.Period;

/**
 * One count of a table: what is counted, where and when.
 *
 * @param area code of a ward, council or force
 * @param category a source, or a facet of one
 * @param period the period
 */
public record CellKey(String area, String category, Period period) {}
