package org.lamplight.streams.state;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.lamplight.schemas.serde.Buffers;

/**
 * Compact binary form of what never leaves this application: a version byte, then Avro's variable-length primitives
 * without a schema.
 */
public final class Binary {
    private Binary() {}

    /** Writes a value. */
    @FunctionalInterface
    public interface Writer<T> {
        void write(T value, BinaryEncoder out) throws IOException;
    }

    /** Reads what the writer wrote. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(BinaryDecoder in) throws IOException;
    }

    /**
     * The serde of a pair of functions.
     *
     * @param version raised whenever the form changes, so that old state is refused instead of misread
     */
    public static <T> Serde<T> serde(int version, Writer<T> writer, Reader<T> reader) {
        ThreadLocal<Buffers> buffers = ThreadLocal.withInitial(Buffers::new);
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : write(version, writer, value, buffers.get()),
                (topic, bytes) -> bytes == null ? null : read(version, reader, bytes, buffers.get()));
    }

    /** Writes a value that may be absent. */
    public static <T> void writeOptional(T value, Writer<T> writer, BinaryEncoder out) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            writer.write(value, out);
        }
    }

    /** Reads a value that may be absent; null if it is. */
    public static <T> T readOptional(Reader<T> reader, BinaryDecoder in) throws IOException {
        return in.readBoolean() ? reader.read(in) : null;
    }

    /** Writes a local date. */
    public static void writeDay(LocalDate day, BinaryEncoder out) throws IOException {
        out.writeLong(day.toEpochDay());
    }

    /** Reads a local date. */
    public static LocalDate readDay(BinaryDecoder in) throws IOException {
        return LocalDate.ofEpochDay(in.readLong());
    }

    /** Writes a moment, to the millisecond. */
    public static void writeMoment(Instant moment, BinaryEncoder out) throws IOException {
        out.writeLong(moment.toEpochMilli());
    }

    /** Reads a moment. */
    public static Instant readMoment(BinaryDecoder in) throws IOException {
        return Instant.ofEpochMilli(in.readLong());
    }

    private static <T> byte[] write(int version, Writer<T> writer, T value, Buffers buffers) {
        try {
            return buffers.write(out -> {
                out.writeFixed(new byte[] {(byte) version});
                writer.write(value, out);
            });
        } catch (IOException e) {
            throw new SerializationException("A value of the application's own state cannot be written.", e);
        }
    }

    private static <T> T read(int version, Reader<T> reader, byte[] bytes, Buffers buffers) {
        if (bytes.length == 0 || bytes[0] != version) {
            throw new StaleStateException();
        }
        try {
            return reader.read(buffers.read(bytes, 1));
        } catch (IOException | AvroRuntimeException e) {
            throw new SerializationException("A value of the application's own state cannot be read.", e);
        }
    }
}
