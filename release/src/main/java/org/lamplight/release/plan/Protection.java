package org.lamplight.release.plan;

import org.lamplight.schemas.ProtectionMethod;
import org.lamplight.schemas.ReportKind;

/**
 * How the counts of a source are made safe.
 *
 * @param method rounding, or noise by key
 * @param threshold counts below this are withheld, zero included
 * @param base what counts are rounded to a multiple of; 1 for {@link ProtectionMethod#CELL_KEY}
 * @param dominance whether a cell is withheld where a few premises make up most of it
 */
public record Protection(ProtectionMethod method, int threshold, int base, boolean dominance) {
    private static final int THRESHOLD = 5;
    /** Reports of hatred are about what people are: twice as many are asked for. */
    private static final int THRESHOLD_OF_HATE = 10;

    private static final int BASE = 5;

    /** That of a kind of report. */
    public static Protection of(ReportKind kind, ProtectionMethod method) {
        return new Protection(
                method,
                kind == ReportKind.HATE_REFERRAL ? THRESHOLD_OF_HATE : THRESHOLD,
                method == ProtectionMethod.ROUNDED ? BASE : 1,
                kind == ReportKind.RETAIL_SUBMISSION);
    }
}
