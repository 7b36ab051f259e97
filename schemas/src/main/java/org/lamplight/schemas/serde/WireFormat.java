package org.lamplight.schemas.serde;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The Confluent wire format: a zero byte, the schema's id as four bytes (big-endian), then Avro's binary encoding. An
 * instance keeps its buffers from record to record, for each thread its own.
 */
public final class WireFormat {
    private static final byte MAGIC = 0;
    private static final int HEADER_LENGTH = 5;

    private final ThreadLocal<Buffers> buffers = ThreadLocal.withInitial(Buffers::new);

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
        return buffers.get().write(out -> {
            out.writeFixed(ByteBuffer.allocate(HEADER_LENGTH)
                    .put(MAGIC)
                    .putInt(schemaId)
                    .array());
            writer.write(out);
        });
    }

    /** What the reader decodes from the bytes after the header, all of which it must use up. */
    public <T> T read(byte[] bytes, Reader<T> reader) throws IOException {
        BinaryDecoder in = buffers.get().read(bytes, HEADER_LENGTH);
        T record = reader.read(in);
        if (!in.isEnd()) {
            throw new IOException("bytes are left over");
        }
        return record;
    }
}
