package org.lamplight.streams.health;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collector;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.kafka.common.serialization.Serde;
import org.lamplight.streams.state.Binary;

/**
 * What a source has sent: one version or row, or the sum of any number of them in any order. Immutable.
 *
 * @param lastOccurredAt latest end of an occurrence among accepted versions
 * @param lastReceivedAt latest receipt of a version or rejected row
 * @param counts how many there were of each {@link Count}; absent for none
 * @param lags delays from occurrence to receipt of new reports
 */
public record Feed(
        Optional<Instant> lastOccurredAt,
        Optional<Instant> lastReceivedAt,
        Map<Count, Long> counts,
        LagHistogram lags) {

    /** What is counted; the meaning is that of the field of the same name in {@code FeedHealth}. */
    public enum Count {
        ACCEPTED,
        INCIDENTS,
        CORRECTED,
        WITHDRAWN,
        SUPERSEDED,
        REJECTED,
        OTHER_CODES,
        LATE
    }

    static final int VERSION = 1;
    static final Feed NOTHING = new Feed(Optional.empty(), Optional.empty(), Map.of(), LagHistogram.empty());

    public Feed {
        counts = Map.copyOf(counts);
    }

    /** The serde. */
    public static Serde<Feed> serde() {
        return Binary.serde(VERSION, Feed::write, Feed::read);
    }

    /** Sums up any number of them. */
    public static Collector<Feed, ?, Feed> sum() {
        return Collector.of(Sum::new, Sum::add, Sum::with, Sum::feed);
    }

    private static final class Sum {
        private final Map<Count, Long> counts = new EnumMap<>(Count.class);
        private final TreeMap<Integer, Long> lags = new TreeMap<>();
        private Optional<Instant> lastOccurredAt = Optional.empty();
        private Optional<Instant> lastReceivedAt = Optional.empty();

        void add(Feed more) {
            lastOccurredAt = later(lastOccurredAt, more.lastOccurredAt);
            lastReceivedAt = later(lastReceivedAt, more.lastReceivedAt);
            more.counts.forEach((count, number) -> counts.merge(count, number, Long::sum));
            more.lags.addTo(lags);
        }

        Sum with(Sum more) {
            add(more.feed());
            return this;
        }

        Feed feed() {
            return new Feed(lastOccurredAt, lastReceivedAt, counts, new LagHistogram(lags));
        }

        private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
            return one.isEmpty() || (other.isPresent() && other.get().isAfter(one.get())) ? other : one;
        }
    }

    Feed plus(Feed other) {
        Sum sum = new Sum();
        sum.add(this);
        sum.add(other);
        return sum.feed();
    }

    long count(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    static void write(Feed feed, BinaryEncoder out) throws IOException {
        Binary.writeOptional(feed.lastOccurredAt.orElse(null), Binary::writeMoment, out);
        Binary.writeOptional(feed.lastReceivedAt.orElse(null), Binary::writeMoment, out);
        out.writeInt(feed.counts.size());
        for (Map.Entry<Count, Long> entry : feed.counts.entrySet()) {
            out.writeString(entry.getKey().name());
            out.writeLong(entry.getValue());
        }
        LagHistogram.write(feed.lags, out);
    }

    static Feed read(BinaryDecoder in) throws IOException {
        Optional<Instant> occurred = Optional.ofNullable(Binary.readOptional(Binary::readMoment, in));
        Optional<Instant> received = Optional.ofNullable(Binary.readOptional(Binary::readMoment, in));
        Map<Count, Long> counts = new EnumMap<>(Count.class);
        for (int left = in.readInt(); left > 0; left--) {
            counts.put(Count.valueOf(in.readString()), in.readLong());
        }
        return new Feed(occurred, received, counts, LagHistogram.read(in));
    }
}
