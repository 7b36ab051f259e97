package org.lamplight.schemas.connect;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonEncoder;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;

/** Defaults of fields, which Avro writes as JSON and Connect as values. Neither side has a whole record as a default. */
final class Defaults {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Defaults() {}

    /** Connect's default for an Avro field. A default of null is Connect's own for what is optional. */
    static Optional<Object> toConnect(Field field, Schema connect) {
        if (!field.hasDefaultValue()
                || ConnectSchemas.valueType(field.schema()).getType() == org.apache.avro.Schema.Type.RECORD) {
            return Optional.empty();
        }
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            new GenericDatumWriter<>(field.schema()).write(GenericData.get().getDefaultValue(field), encoder);
            var decoder = DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null);
            return Optional.ofNullable(AvroCodec.of(field.schema(), connect).read(decoder));
        } catch (IOException e) {
            throw new DataException("The default of the field " + field.name() + " does not fit its type.", e);
        }
    }

    /** Avro's default for a Connect field; null where the field must be given. */
    static Object toAvro(Schema connect, org.apache.avro.Schema avro) {
        if (connect.defaultValue() == null) {
            return connect.isOptional() ? JsonProperties.NULL_VALUE : null;
        }
        if (connect.type() == Schema.Type.STRUCT) {
            return null;
        }
        try {
            // The default of a union is written as its first type, without the name of the type.
            org.apache.avro.Schema type = ConnectSchemas.valueType(avro);
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            JsonEncoder encoder = EncoderFactory.get().jsonEncoder(type, text);
            AvroCodec.of(type, connect).write(connect.defaultValue(), encoder);
            encoder.flush();
            return JSON.readValue(text.toByteArray(), Object.class);
        } catch (IOException e) {
            throw new DataException("The default of a field does not fit its type.", e);
        }
    }
}
