package org.lamplight.schemas.connect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;

/** The codecs of values that hold others. */
final class Containers {
    private Containers() {}

    /** A struct, field by field in the order of the schema. */
    static final class RecordCodec implements AvroCodec {
        private final Schema schema;
        private final Field[] fields;
        private final AvroCodec[] codecs;

        RecordCodec(org.apache.avro.Schema avro, Schema connect) {
            schema = connect;
            fields = connect.fields().toArray(Field[]::new);
            codecs = new AvroCodec[fields.length];
            for (int i = 0; i < fields.length; i++) {
                codecs[i] = AvroCodec.of(avro.getField(fields[i].name()).schema(), fields[i].schema());
            }
        }

        @Override
        public void write(Object value, Encoder out) throws IOException {
            Struct struct = BadValueException.require(Struct.class, value);
            for (int i = 0; i < codecs.length; i++) {
                try {
                    codecs[i].write(valueOf(struct, fields[i]), out);
                } catch (BadValueException e) {
                    throw e.in(fields[i].name());
                }
            }
        }

        private static Object valueOf(Struct struct, Field field) {
            // Of what is optional and has a default, null means null; Connect would give the default.
            boolean asIs = field.schema().isOptional() && field.schema().defaultValue() != null;
            return asIs ? struct.getWithoutDefault(field.name()) : struct.get(field);
        }

        @Override
        public Object read(Decoder in) throws IOException {
            Struct struct = new Struct(schema);
            for (int i = 0; i < codecs.length; i++) {
                try {
                    Object value = codecs[i].read(in);
                    // It holds null as it is, and would put into words which field it looks at.
                    if (value != null) {
                        struct.put(fields[i], value);
                    }
                } catch (BadValueException e) {
                    throw e.in(fields[i].name());
                }
            }
            return struct;
        }
    }

    /** A value that may be null. */
    static final class UnionCodec implements AvroCodec {
        private final int nullIndex;
        private final int valueIndex;
        private final AvroCodec codec;

        UnionCodec(org.apache.avro.Schema union, Schema connect) {
            org.apache.avro.Schema valueType = ConnectSchemas.valueType(union);
            nullIndex = union.isNullable() ? union.getIndexNamed(org.apache.avro.Schema.Type.NULL.getName()) : -1;
            valueIndex = union.getTypes().indexOf(valueType);
            codec = AvroCodec.of(valueType, connect);
        }

        @Override
        public void write(Object value, Encoder out) throws IOException {
            if (value == null && nullIndex >= 0) {
                out.writeIndex(nullIndex);
                out.writeNull();
            } else {
                out.writeIndex(valueIndex);
                codec.write(value, out);
            }
        }

        @Override
        public Object read(Decoder in) throws IOException {
            int index = in.readIndex();
            if (index == valueIndex) {
                return codec.read(in);
            }
            if (index != nullIndex || index < 0) {
                throw new BadValueException("is beyond the types of its union");
            }
            in.readNull();
            return null;
        }
    }

    /** A list. */
    record ArrayCodec(AvroCodec item) implements AvroCodec {
        @Override
        public void write(Object value, Encoder out) throws IOException {
            Collection<?> items = BadValueException.require(Collection.class, value);
            out.writeArrayStart();
            out.setItemCount(items.size());
            for (Object element : items) {
                out.startItem();
                item.write(element, out);
            }
            out.writeArrayEnd();
        }

        @Override
        public Object read(Decoder in) throws IOException {
            List<Object> items = new ArrayList<>();
            for (long block = in.readArrayStart(); block != 0; block = in.arrayNext()) {
                for (long i = 0; i < block; i++) {
                    items.add(item.read(in));
                }
            }
            return items;
        }
    }

    /** A map from strings. */
    record MapCodec(AvroCodec item) implements AvroCodec {
        @Override
        public void write(Object value, Encoder out) throws IOException {
            Map<?, ?> entries = BadValueException.require(Map.class, value);
            out.writeMapStart();
            out.setItemCount(entries.size());
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                out.startItem();
                out.writeString(BadValueException.require(String.class, entry.getKey()));
                item.write(entry.getValue(), out);
            }
            out.writeMapEnd();
        }

        @Override
        public Object read(Decoder in) throws IOException {
            Map<String, Object> entries = new LinkedHashMap<>();
            for (long block = in.readMapStart(); block != 0; block = in.mapNext()) {
                for (long i = 0; i < block; i++) {
                    entries.put(in.readString(), item.read(in));
                }
            }
            return entries;
        }
    }
}
