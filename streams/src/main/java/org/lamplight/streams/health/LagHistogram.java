package org.lamplight.streams.health;

import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;

/**
 * How many lags there were of each length, in seconds: exact below 32, then sixteen buckets for every doubling, so a
 * percentile is at most 3.2 % off. Two of them add up. Immutable.
 *
 * @param counts number of lags by bucket
 */
record LagHistogram(TreeMap<Integer, Long> counts) {
    private static final int EXACT = 32;
    private static final int PER_DOUBLING = 16;
    private static final int BITS = 4;

    static LagHistogram empty() {
        return new LagHistogram(new TreeMap<>());
    }

    static LagHistogram of(long seconds) {
        return new LagHistogram(new TreeMap<>(Map.of(bucket(seconds), 1L)));
    }

    /** Adds its numbers to those of others, by bucket. */
    void addTo(Map<Integer, Long> sum) {
        counts.forEach((bucket, count) -> sum.merge(bucket, count, Long::sum));
    }

    /** The smallest lag, to the histogram's precision, that a share of all lags does not exceed. */
    OptionalLong percentile(double share) {
        long wanted = (long) Math.ceil(
                share * counts.values().stream().mapToLong(Long::longValue).sum());
        long seen = 0;
        for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
            seen += entry.getValue();
            if (seen >= wanted) {
                return OptionalLong.of(middle(entry.getKey()));
            }
        }
        return OptionalLong.empty();
    }

    private static int bucket(long seconds) {
        if (seconds < EXACT) {
            return (int) seconds;
        }
        int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(seconds) - BITS;
        return EXACT + (shift - 1) * PER_DOUBLING + (int) (seconds >>> shift) - PER_DOUBLING;
    }

    private static long middle(int bucket) {
        if (bucket < EXACT) {
            return bucket;
        }
        int shift = (bucket - EXACT) / PER_DOUBLING + 1;
        long first = (long) ((bucket - EXACT) % PER_DOUBLING + PER_DOUBLING) << shift;
        return first + (1L << shift) / 2;
    }

    static void write(LagHistogram histogram, BinaryEncoder out) throws IOException {
        out.writeInt(histogram.counts.size());
        for (Map.Entry<Integer, Long> entry : histogram.counts.entrySet()) {
            out.writeInt(entry.getKey());
            out.writeLong(entry.getValue());
        }
    }

    static LagHistogram read(BinaryDecoder in) throws IOException {
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            counts.put(in.readInt(), in.readLong());
        }
        return new LagHistogram(counts);
    }
}
