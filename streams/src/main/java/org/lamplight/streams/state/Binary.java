package org.lamplight.streams.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

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
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : write(version, writer, value),
                (topic, bytes) -> bytes == null ? null : read(version, reader, bytes));
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

    private static <T> byte[] write(int version, Writer<T> writer, T value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(version);
        BinaryEncoder out = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            writer.write(value, out);
            out.flush();
        } catch (IOException e) {
            throw new SerializationException("A value of the application's own state cannot be written.", e);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(int version, Reader<T> reader, byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != version) {
            throw new StaleStateException();
        }
        try {
            return reader.read(DecoderFactory.get().binaryDecoder(bytes, 1, bytes.length - 1, null));
        } catch (IOException | AvroRuntimeException e) {
            throw new SerializationException("A value of the application's own state cannot be read.", e);
        }
    }
}
