package org.lamplight.schemas.connect;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Date;
import java.util.List;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.apache.kafka.connect.data.Schema;

/**
 * The codec of a value that holds no others.
 *
 * @param type class of the value in Connect
 * @param writer encodes it
 * @param reader decodes it
 */
@SuppressWarnings("JavaUtilDate") // Connect's own type for times
record Leaf<T>(Class<T> type, Writer<T> writer, Reader<T> reader) implements AvroCodec {
    private static final long DAY_MILLIS = 86_400_000;

    static final AvroCodec STRING =
            new Leaf<>(String.class, (value, out) -> out.writeString(value), Decoder::readString);
    static final AvroCodec BOOLEAN =
            new Leaf<>(Boolean.class, (value, out) -> out.writeBoolean(value), Decoder::readBoolean);
    static final AvroCodec FLOAT = new Leaf<>(Float.class, (value, out) -> out.writeFloat(value), Decoder::readFloat);
    static final AvroCodec DOUBLE =
            new Leaf<>(Double.class, (value, out) -> out.writeDouble(value), Decoder::readDouble);

    private static final AvroCodec BYTE =
            new Leaf<>(Byte.class, (value, out) -> out.writeInt(value), in -> (byte) in.readInt());
    private static final AvroCodec SHORT =
            new Leaf<>(Short.class, (value, out) -> out.writeInt(value), in -> (short) in.readInt());
    private static final AvroCodec INTEGER =
            new Leaf<>(Integer.class, (value, out) -> out.writeInt(value), Decoder::readInt);
    private static final AvroCodec LONG =
            new Leaf<>(Long.class, (value, out) -> out.writeLong(value), Decoder::readLong);
    private static final AvroCodec DATE = new Leaf<>(
            Date.class, (value, out) -> out.writeInt(epochDay(value)), in -> new Date(in.readInt() * DAY_MILLIS));
    private static final AvroCodec TIME =
            new Leaf<>(Date.class, (value, out) -> out.writeInt(toInt(value.getTime())), in -> new Date(in.readInt()));
    private static final AvroCodec TIMESTAMP =
            new Leaf<>(Date.class, (value, out) -> out.writeLong(value.getTime()), in -> new Date(in.readLong()));
    private static final AvroCodec BYTES = new Leaf<>(Object.class, Leaf::writeBytes, Leaf::readBytes);

    /** Encodes a value of the right class. */
    interface Writer<T> {
        void write(T value, Encoder out) throws IOException;
    }

    /** Decodes a value. */
    interface Reader<T> {
        T read(Decoder in) throws IOException;
    }

    static AvroCodec integer(LogicalType logicalType, Schema connect) {
        if (logicalType instanceof LogicalTypes.Date) {
            return DATE;
        } else if (logicalType instanceof LogicalTypes.TimeMillis) {
            return TIME;
        }
        return switch (connect.type()) {
            case INT8 -> BYTE;
            case INT16 -> SHORT;
            default -> INTEGER;
        };
    }

    static AvroCodec longInteger(LogicalType logicalType) {
        return logicalType instanceof LogicalTypes.TimestampMillis ? TIMESTAMP : LONG;
    }

    static AvroCodec enumeration(List<String> symbols) {
        return new Leaf<>(
                String.class,
                (value, out) -> out.writeEnum(indexOf(symbols, value)),
                in -> symbol(symbols, in.readEnum()));
    }

    static AvroCodec bytes(LogicalType logicalType) {
        return logicalType instanceof LogicalTypes.Decimal decimal ? decimal(decimal.getScale()) : BYTES;
    }

    static AvroCodec fixed(int size) {
        return new Leaf<>(byte[].class, (value, out) -> out.writeFixed(value, 0, size), in -> {
            byte[] bytes = new byte[size];
            in.readFixed(bytes);
            return bytes;
        });
    }

    @Override
    public void write(Object value, Encoder out) throws IOException {
        writer.write(BadValueException.require(type, value), out);
    }

    @Override
    public Object read(Decoder in) throws IOException {
        return reader.read(in);
    }

    private static AvroCodec decimal(int scale) {
        return new Leaf<>(
                BigDecimal.class,
                (value, out) -> {
                    if (value.scale() != scale) {
                        throw new BadValueException("has " + value.scale() + " decimal places instead of " + scale);
                    }
                    out.writeBytes(value.unscaledValue().toByteArray());
                },
                in -> new BigDecimal(new BigInteger(readBytes(in)), scale));
    }

    private static void writeBytes(Object value, Encoder out) throws IOException {
        if (value instanceof ByteBuffer buffer) {
            out.writeBytes(buffer.duplicate());
        } else if (value instanceof byte[] bytes) {
            out.writeBytes(bytes);
        } else {
            throw new BadValueException("is a " + value.getClass().getSimpleName() + " where bytes are needed");
        }
    }

    private static byte[] readBytes(Decoder in) throws IOException {
        ByteBuffer buffer = in.readBytes(null);
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static int epochDay(Date value) {
        if (value.getTime() % DAY_MILLIS != 0) {
            throw new BadValueException("is a date with a time of day");
        }
        return toInt(value.getTime() / DAY_MILLIS);
    }

    private static int toInt(long value) {
        if (value != (int) value) {
            throw new BadValueException("is beyond the range of its type");
        }
        return (int) value;
    }

    private static int indexOf(List<String> symbols, String value) {
        int index = symbols.indexOf(value);
        if (index < 0) {
            throw new BadValueException("is none of " + String.join(", ", symbols));
        }
        return index;
    }

    private static String symbol(List<String> symbols, int index) {
        if (index < 0 || index >= symbols.size()) {
            throw new BadValueException("is beyond the symbols of its enum");
        }
        return symbols.get(index);
    }
}
