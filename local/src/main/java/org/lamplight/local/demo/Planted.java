package org.lamplight.local.demo;

/**
 * What was written for a source: the account against which a test holds what was taken.
 *
 * @param files files written
 * @param rows rows in them, headers apart
 * @param bad rows that no mapping must accept
 * @param otherCodes good rows with a code that no code list knows
 * @param repeated rows that repeat another of the same file and are reports of their own
 * @param resent rows that repeat one of an earlier file and are none
 */
public record Planted(long files, long rows, long bad, long otherCodes, long repeated, long resent) {
    /** Nothing yet. */
    public static final Planted NOTHING = new Planted(0, 0, 0, 0, 0, 0);

    /** Both accounts together. */
    public Planted plus(Planted more) {
        return new Planted(
                files + more.files,
                rows + more.rows,
                bad + more.bad,
                otherCodes + more.otherCodes,
                repeated + more.repeated,
                resent + more.resent);
    }
}
