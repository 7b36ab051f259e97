package org.lamplight.local.demo;

import java.util.SplittableRandom;

/**
 * The life of one report of a load.
 *
 * @param versions how many versions it has, the last being its withdrawal where it is taken back
 * @param resent whether the last row comes twice
 * @param bad whether its only row must be rejected
 */
record LoadCase(long number, int versions, boolean withdrawn, boolean resent, boolean bad) {
    static LoadCase of(long seed, long number) {
        SplittableRandom random = new SplittableRandom(31 * seed + number);
        if (random.nextInt(100) == 0) {
            return new LoadCase(number, 1, false, false, true);
        }
        int corrections = random.nextInt(100) < 70 ? 0 : 1 + random.nextInt(3);
        boolean withdrawn = random.nextInt(100) < 5;
        return new LoadCase(number, 1 + corrections + (withdrawn ? 1 : 0), withdrawn, random.nextInt(100) == 0, false);
    }

    /** A good report of one version. */
    static LoadCase plain(long number) {
        return new LoadCase(number, 1, false, false, false);
    }

    int rows() {
        return versions + (resent ? 1 : 0);
    }

    boolean stands() {
        return !bad && !withdrawn;
    }

    /** Whether this version takes the report back. */
    boolean withdrawnBy(int version) {
        return withdrawn && version == versions;
    }
}
