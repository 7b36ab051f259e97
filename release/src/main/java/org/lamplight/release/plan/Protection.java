package org.lamplight.release.plan;

import org.lamplight.schemas.ProtectionMethod;

/**
 * How the counts of a source are made safe.
 *
 * @param method rounding, or noise by key
 * @param threshold counts below this are withheld, zero included
 * @param base what counts are rounded to a multiple of; 1 for {@link ProtectionMethod#CELL_KEY}
 * @param dominance whether a cell is withheld where a few premises make up most of it
 */
public record Protection(ProtectionMethod method, int threshold, int base, boolean dominance) {}
