package org.lamplight.streams.trend;

import org.apache.avro.io.BinaryDecoder;
import org.apache.kafka.common.serialization.Serde;
import org.lamplight.streams.deltas.SignalPartitioner;
import org.lamplight.streams.state.Binary;

/**
 * What is kept of an area's period.
 *
 * @param count its incidents
 * @param sent the fingerprint of the row last sent; null while none stands
 */
record Kept(long count, Long sent) {
    static final Kept NOTHING = new Kept(0, null);
    /** Also of where a series is kept ({@link SignalPartitioner}), for this is kept of every series. */
    private static final int VERSION = 3;

    static Serde<Kept> serde() {
        return Binary.serde(
                VERSION,
                (kept, out) -> {
                    out.writeLong(kept.count);
                    Binary.writeOptional(kept.sent, (sent, to) -> to.writeLong(sent), out);
                },
                in -> new Kept(in.readLong(), Binary.readOptional(BinaryDecoder::readLong, in)));
    }

    Kept plus(int incidents) {
        return new Kept(count + incidents, sent);
    }

    Kept sent(Long fingerprint) {
        return new Kept(count, fingerprint);
    }
}
