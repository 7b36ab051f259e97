package org.lamplight.release.rules;

/**
 * Small counts are withheld, zero included, and the others rounded to the nearest multiple of a base, as the ONS's
 * "10-5 rule" and its like do.
 *
 * @param threshold counts below this are withheld
 * @param base what the others are rounded to a multiple of; odd, so that no count lies halfway
 */
public record Rounding(long threshold, long base) implements Disguise {
    public Rounding {
        if (threshold < 1 || base < 1 || base % 2 == 0) {
            throw new IllegalArgumentException("Rounding needs a threshold of at least 1 and an odd base, not "
                    + threshold + " and " + base + ".");
        }
    }

    @Override
    public boolean hides(long count, int keySum) {
        return count < threshold;
    }

    @Override
    public long released(long count, int keySum) {
        return (count + base / 2) / base * base;
    }

    @Override
    public long lowest(long released) {
        return Math.max(threshold, released - base / 2);
    }

    @Override
    public long highest(long released) {
        return released + base / 2;
    }
}
