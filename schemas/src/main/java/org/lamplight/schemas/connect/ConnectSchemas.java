package org.lamplight.schemas.connect;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;
import org.lamplight.schemas.registry.PublishedSchema;

/**
 * Connect schemas of Avro schemas, which {@link AvroSchemas} turns back into exactly the same Avro schema. Nullable
 * types are optional; enums are strings whose parameters name the symbols; {@code timestamp-millis} is Connect's
 * Timestamp and {@code date} its Date.
 *
 * <p>A field's schema carries the field's documentation and default, so a nested {@code Struct} is built with
 * {@code schema.field("report").schema()}, not with the schema of its type on its own.
 */
public final class ConnectSchemas {
    /** Parameter of a string: full name of the enum it is. */
    public static final String ENUM = "avro.enum";
    /** Parameter of an enum: its symbols, separated by commas. */
    public static final String ENUM_SYMBOLS = "avro.enum.symbols";
    /** Parameter of an enum: the symbol that stands for those a reader does not know. */
    public static final String ENUM_DEFAULT = "avro.enum.default";
    /** Parameter of a record or enum: documentation of the type; the schema's own documents the field. */
    public static final String TYPE_DOC = "avro.type.doc";
    /** Parameter of a decimal: its number of digits, under the name that Connect's converters share. */
    public static final String PRECISION = "connect.decimal.precision";

    private final Set<String> open = new HashSet<>();

    private ConnectSchemas() {}

    /**
     * The Connect schema of an Avro schema.
     *
     * @throws DataException if Connect has no such type: a union of several types, or a type that contains itself
     */
    public static org.apache.kafka.connect.data.Schema of(Schema avro) {
        return new ConnectSchemas().builder(PublishedSchema.of(avro)).build();
    }

    /** The type that a union offers besides null, or the schema itself. */
    static Schema valueType(Schema schema) {
        if (schema.getType() != Schema.Type.UNION) {
            return schema;
        }
        List<Schema> types = schema.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .toList();
        if (types.size() != 1) {
            throw new DataException("A union of several types has no counterpart in Kafka Connect: "
                    + types.stream().map(Schema::getFullName).collect(Collectors.joining(", ")) + ".");
        }
        return types.get(0);
    }

    private SchemaBuilder builder(Schema schema) {
        SchemaBuilder builder = plain(valueType(schema));
        return schema.isNullable() ? builder.optional() : builder;
    }

    private SchemaBuilder plain(Schema schema) {
        if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
            return Timestamp.builder();
        } else if (schema.getLogicalType() instanceof LogicalTypes.Date) {
            return Date.builder();
        } else if (schema.getLogicalType() instanceof LogicalTypes.TimeMillis) {
            return Time.builder();
        } else if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
            return Decimal.builder(decimal.getScale()).parameter(PRECISION, Integer.toString(decimal.getPrecision()));
        }
        return switch (schema.getType()) {
            case BOOLEAN -> SchemaBuilder.bool();
            case INT -> SchemaBuilder.int32();
            case LONG -> SchemaBuilder.int64();
            case FLOAT -> SchemaBuilder.float32();
            case DOUBLE -> SchemaBuilder.float64();
            case STRING -> SchemaBuilder.string();
            case BYTES, FIXED -> SchemaBuilder.bytes();
            case ENUM -> enumeration(schema);
            case ARRAY -> SchemaBuilder.array(builder(schema.getElementType()).build());
            case MAP ->
                SchemaBuilder.map(
                        org.apache.kafka.connect.data.Schema.STRING_SCHEMA,
                        builder(schema.getValueType()).build());
            case RECORD -> struct(schema);
            case NULL, UNION -> throw new DataException("Null on its own has no counterpart in Kafka Connect.");
        };
    }

    private static SchemaBuilder enumeration(Schema schema) {
        SchemaBuilder builder = documented(SchemaBuilder.string(), schema)
                .parameter(ENUM, schema.getFullName())
                .parameter(ENUM_SYMBOLS, String.join(",", schema.getEnumSymbols()));
        return schema.getEnumDefault() == null ? builder : builder.parameter(ENUM_DEFAULT, schema.getEnumDefault());
    }

    private SchemaBuilder struct(Schema record) {
        if (!open.add(record.getFullName())) {
            throw new DataException(
                    "The type " + record.getFullName() + " contains itself, which Kafka Connect cannot express.");
        }
        SchemaBuilder struct = documented(SchemaBuilder.struct().name(record.getFullName()), record);
        for (Field field : record.getFields()) {
            SchemaBuilder builder = builder(field.schema()).doc(field.doc());
            struct.field(field.name(), withDefault(builder, field));
        }
        open.remove(record.getFullName());
        return struct;
    }

    private static org.apache.kafka.connect.data.Schema withDefault(SchemaBuilder builder, Field field) {
        org.apache.kafka.connect.data.Schema schema = builder.build();
        return Defaults.toConnect(field, schema)
                .map(value -> builder.defaultValue(value).build())
                .orElse(schema);
    }

    private static SchemaBuilder documented(SchemaBuilder builder, Schema type) {
        return type.getDoc() == null ? builder : builder.parameter(TYPE_DOC, type.getDoc());
    }
}
