package org.lamplight.ingest.rows;

/**
 * How much a reader takes, so that no export can fill the memory or the disk.
 *
 * @param rowChars characters of one row, at most
 * @param bytes bytes of one file after unpacking, at most
 * @param ratio how many times larger than its gzip form a file may be; applies beyond {@code ratioFrom}
 * @param ratioFrom unpacked bytes below which any ratio is taken
 */
public record Limits(int rowChars, long bytes, int ratio, long ratioFrom) {
    /** 1 MiB a row, 64 GiB a file, 200 times its gzip form beyond 64 MiB. */
    public static final Limits DEFAULT = new Limits(1 << 20, 64L << 30, 200, 64L << 20);
}
