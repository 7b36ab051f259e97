package org.lamplight.streams.health;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        return Collectors.reducing(NOTHING, Feed::plus);
    }

    Feed plus(Feed other) {
        Map<Count, Long> sum = new EnumMap<>(Count.class);
        sum.putAll(counts);
        other.counts.forEach((count, number) -> sum.merge(count, number, Long::sum));
        return new Feed(
                latest(lastOccurredAt, other.lastOccurredAt),
                latest(lastReceivedAt, other.lastReceivedAt),
                sum,
                lags.plus(other.lags));
    }

    long count(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    private static Optional<Instant> latest(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(Instant::compareTo);
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
