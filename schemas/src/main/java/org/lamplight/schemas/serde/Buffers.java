package org.lamplight.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * What encoding and decoding in Avro's binary form takes, kept from value to value. For one thread, and not for a value
 * within a value.
 */
public final class Buffers {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    private BinaryDecoder decoder;

    /** Encodes a value. */
    @FunctionalInterface
    public interface Writer {
        void write(BinaryEncoder out) throws IOException;
    }

    /** What the writer encodes. */
    public byte[] write(Writer writer) throws IOException {
        // In this order: a value that failed half-way has left bytes in the encoder, which spill when it is reused.
        BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, encoder);
        bytes.reset();
        writer.write(out);
        out.flush();
        return bytes.toByteArray();
    }

    /** Decodes the bytes from a position on; until the next call. */
    public BinaryDecoder read(byte[] from, int position) {
        decoder = DecoderFactory.get().binaryDecoder(from, position, from.length - position, decoder);
        return decoder;
    }
}
