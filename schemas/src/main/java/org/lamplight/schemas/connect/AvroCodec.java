package org.lamplight.schemas.connect;

import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.apache.kafka.connect.data.Schema;

/**
 * Encodes values of one Connect schema as one Avro schema and back. Made once for each pair of schemas, so that a record
 * is encoded without looking at a schema again. Safe for use by many threads.
 */
interface AvroCodec {

    /** Encodes a value; one that does not fit throws a {@link BadValueException}. */
    void write(Object value, Encoder out) throws IOException;

    /** Decodes a value; bytes that do not fit throw a {@link BadValueException} or what Avro throws. */
    Object read(Decoder in) throws IOException;

    /** The codec of a pair of schemas, one of which was made from the other. */
    static AvroCodec of(org.apache.avro.Schema avro, Schema connect) {
        return switch (avro.getType()) {
            case UNION -> new Containers.UnionCodec(avro, connect);
            case RECORD -> new Containers.RecordCodec(avro, connect);
            case ARRAY -> new Containers.ArrayCodec(of(avro.getElementType(), connect.valueSchema()));
            case MAP -> new Containers.MapCodec(of(avro.getValueType(), connect.valueSchema()));
            case ENUM -> Leaf.enumeration(avro.getEnumSymbols());
            case BYTES -> Leaf.bytes(avro.getLogicalType());
            case FIXED -> Leaf.fixed(avro.getFixedSize());
            case STRING -> Leaf.STRING;
            case BOOLEAN -> Leaf.BOOLEAN;
            case FLOAT -> Leaf.FLOAT;
            case DOUBLE -> Leaf.DOUBLE;
            case INT -> Leaf.integer(avro.getLogicalType(), connect);
            case LONG -> Leaf.longInteger(avro.getLogicalType());
            case NULL -> throw new BadValueException("has no type but null");
        };
    }
}
