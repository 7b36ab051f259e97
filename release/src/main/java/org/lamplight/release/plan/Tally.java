package org.lamplight.release.plan;

import java.util.List;

/**
 * What is known of the reports of one cell.
 *
 * @param reports how many there are
 * @param largestPremises reports of the premises that have most, at most three, descending; empty where the reports
 *     name no premises
 * @param keySum sum of the reports' keys modulo 256, for the cell-key method
 */
public record Tally(long reports, List<Long> largestPremises, int keySum) {
    /** A cell without reports. */
    public static final Tally NONE = new Tally(0, List.of(), 0);

    public Tally {
        largestPremises = List.copyOf(largestPremises);
    }
}
