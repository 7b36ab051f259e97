package org.lamplight.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The Confluent wire format: a zero byte, the schema's id as four bytes (big-endian), then Avro's binary encoding. An
 * instance keeps its buffers from record to record, for each thread its own.
 */
public final class WireFormat {
    private static final byte MAGIC = 0;
    private static final int HEADER_LENGTH = 5;

    private final ThreadLocal<Buffers> buffers = ThreadLocal.withInitial(Buffers::new);

    private static final class Buffers {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        private BinaryDecoder decoder;
    }

    /** Encodes a record after the header. */
    public interface Writer {
        void write(Encoder out) throws IOException;
    }

    /** Decodes the record after the header. */
    public interface Reader<T> {
        T read(Decoder in) throws IOException;
    }

    /** The id of a record's schema, or a {@link SerializationException} if the bytes are not in this format. */
    public static int schemaId(String topic, byte[] bytes) {
        if (bytes.length < HEADER_LENGTH || bytes[0] != MAGIC) {
            throw new SerializationException(
                    "A record of topic " + topic + " is not in the Confluent wire format (a zero byte and a schema id):"
                            + " find out who wrote it and have them use an Avro serializer with the schema registry.");
        }
        return ByteBuffer.wrap(bytes).getInt(1);
    }

    /** The header and what the writer encodes. */
    public byte[] write(int schemaId, Writer writer) throws IOException {
        Buffers buffer = buffers.get();
        // In this order: a record that failed half-way has left bytes in the encoder, which spill when it is reused.
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(buffer.bytes, buffer.encoder);
        buffer.bytes.reset();
        encoder.writeFixed(
                ByteBuffer.allocate(HEADER_LENGTH).put(MAGIC).putInt(schemaId).array());
        writer.write(encoder);
        encoder.flush();
        return buffer.bytes.toByteArray();
    }

    /** What the reader decodes from the bytes after the header, all of which it must use up. */
    public <T> T read(byte[] bytes, Reader<T> reader) throws IOException {
        Buffers buffer = buffers.get();
        buffer.decoder =
                DecoderFactory.get().binaryDecoder(bytes, HEADER_LENGTH, bytes.length - HEADER_LENGTH, buffer.decoder);
        T record = reader.read(buffer.decoder);
        if (!buffer.decoder.isEnd()) {
            throw new IOException("bytes are left over");
        }
        return record;
    }
}
