package org.lamplight.streams.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.lamplight.schemas.Topic;

/**
 * What is kept of a row that was sent, to know whether it has changed: 64 bits of its encoding. They cover the schema too, so a
 * release with more columns sends every row anew.
 *
 * @param <V> type of the rows
 */
public final class Fingerprint<V extends SpecificRecord> {
    private final BinaryMessageEncoder<V> encoder;

    /** Of a topic's rows. */
    public Fingerprint(Topic<V> topic) {
        this.encoder = new BinaryMessageEncoder<>(SpecificData.getForClass(topic.valueType()), topic.schema());
    }

    /** Of a row; null if there is none. */
    public Long of(V row) {
        try {
            return row == null
                    ? null
                    : SchemaNormalization.fingerprint64(encoder.encode(row).array());
        } catch (IOException e) {
            throw new UncheckedIOException("A row cannot be written.", e);
        }
    }
}
