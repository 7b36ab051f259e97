package org.lamplight.bench;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Where and when made-up reports lie. Each day's number is Poisson. Places are lognormally popular, so that a few have many
 * and most have none, and places of neighbouring number are alike: in a grid, whose cells are numbered in the order of their
 * ids, popular ones lie together, as in towns. Seeded; a day's reports are always the same. Days are epoch days.
 */
public final class MadeUpReports {
    /** The last of the days. */
    public static final int LAST_DAY =
            Math.toIntExact(LocalDate.parse("2026-03-15").toEpochDay());
    /** The first: two years before. */
    static final int FIRST_DAY = LAST_DAY - 2 * 365 + 1;

    private static final long SEED = 20260315;
    private static final double SPREAD = 2;
    private static final double LIKENESS = 0.9;
    private static final double WEEK = 7;

    private final double[] upTo;
    private final double aDay;

    /** So many reports a week over so many places. */
    public MadeUpReports(int places, double aWeek) {
        this.aDay = aWeek / WEEK;
        SplittableRandom random = new SplittableRandom(SEED);
        upTo = new double[places];
        double popularity = 0;
        double sum = 0;
        for (int place = 0; place < places; place++) {
            popularity = LIKENESS * popularity + Math.sqrt(1 - LIKENESS * LIKENESS) * random.nextGaussian();
            sum += Math.exp(SPREAD * popularity);
            upTo[place] = sum;
        }
    }

    /** The places of a day's reports. */
    public int[] of(int day) {
        SplittableRandom random = new SplittableRandom(SEED + day);
        return places(poisson(random), random);
    }

    /** The places of so many reports. */
    int[] some(int count) {
        return some(count, 0);
    }

    /** The places of so many reports; another seed gives others. */
    public int[] some(int count, int seed) {
        return places(count, new SplittableRandom(SEED + seed));
    }

    private int[] places(int count, SplittableRandom random) {
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
            places[i] = at < 0 ? -at - 1 : at;
        }
        return places;
    }

    /** By the gaps between reports, which are exponential. */
    private int poisson(SplittableRandom random) {
        int count = 0;
        for (double at = -Math.log(1 - random.nextDouble()); at < aDay; at -= Math.log(1 - random.nextDouble())) {
            count++;
        }
        return count;
    }
}
