package org.lamplight.schemas.connect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;

/**
 * Avro schemas of Connect schemas: the inverse of {@link ConnectSchemas}. Schemas that others made convert as well, as
 * far as Avro can express them; narrow integers widen, and structs without a name are named after their field.
 */
final class AvroSchemas {
    private static final String UNNAMED = "org.lamplight.connect.Value";
    private static final int WIDEST_DECIMAL = 64;

    // Avro writes a named type once and refers to it afterwards.
    private final Map<String, Schema> named = new HashMap<>();

    private AvroSchemas() {}

    static Schema of(org.apache.kafka.connect.data.Schema connect) {
        return new AvroSchemas().type(connect, UNNAMED);
    }

    private Schema type(org.apache.kafka.connect.data.Schema connect, String name) {
        Schema type = plain(connect, name);
        if (!connect.isOptional()) {
            return type;
        }
        // Avro wants the type of the default first.
        Schema none = Schema.create(Schema.Type.NULL);
        return Schema.createUnion(connect.defaultValue() == null ? List.of(none, type) : List.of(type, none));
    }

    private Schema plain(org.apache.kafka.connect.data.Schema connect, String name) {
        String logicalName = Optional.ofNullable(connect.name()).orElse("");
        return switch (logicalName) {
            case Timestamp.LOGICAL_NAME -> LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
            case Date.LOGICAL_NAME -> LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT));
            case Time.LOGICAL_NAME -> LogicalTypes.timeMillis().addToSchema(Schema.create(Schema.Type.INT));
            case Decimal.LOGICAL_NAME -> decimal(connect);
            default -> physical(connect, name);
        };
    }

    private Schema physical(org.apache.kafka.connect.data.Schema connect, String name) {
        return switch (connect.type()) {
            case BOOLEAN -> Schema.create(Schema.Type.BOOLEAN);
            case INT8, INT16, INT32 -> Schema.create(Schema.Type.INT);
            case INT64 -> Schema.create(Schema.Type.LONG);
            case FLOAT32 -> Schema.create(Schema.Type.FLOAT);
            case FLOAT64 -> Schema.create(Schema.Type.DOUBLE);
            case BYTES -> Schema.create(Schema.Type.BYTES);
            case STRING ->
                parameter(connect, ConnectSchemas.ENUM)
                        .map(fullName -> named.computeIfAbsent(fullName, unseen -> enumeration(connect, unseen)))
                        .orElseGet(() -> Schema.create(Schema.Type.STRING));
            case ARRAY -> Schema.createArray(type(connect.valueSchema(), name));
            case MAP -> map(connect, name);
            case STRUCT -> struct(connect, connect.name() == null ? name : connect.name());
        };
    }

    private static Schema decimal(org.apache.kafka.connect.data.Schema connect) {
        int scale = Integer.parseInt(connect.parameters().get(Decimal.SCALE_FIELD));
        int precision = parameter(connect, ConnectSchemas.PRECISION)
                .map(Integer::parseInt)
                .orElse(Math.max(WIDEST_DECIMAL, scale));
        return LogicalTypes.decimal(precision, scale).addToSchema(Schema.create(Schema.Type.BYTES));
    }

    private static Schema enumeration(org.apache.kafka.connect.data.Schema connect, String fullName) {
        return Schema.createEnum(
                fullName,
                parameter(connect, ConnectSchemas.TYPE_DOC).orElse(null),
                null,
                List.of(connect.parameters().get(ConnectSchemas.ENUM_SYMBOLS).split(",")),
                connect.parameters().get(ConnectSchemas.ENUM_DEFAULT));
    }

    private Schema map(org.apache.kafka.connect.data.Schema connect, String name) {
        if (connect.keySchema().type() != org.apache.kafka.connect.data.Schema.Type.STRING) {
            throw new DataException("A map whose keys are not strings has no counterpart in Avro.");
        }
        return Schema.createMap(type(connect.valueSchema(), name));
    }

    private Schema struct(org.apache.kafka.connect.data.Schema connect, String name) {
        String fullName = name.replaceAll("[^A-Za-z0-9_.]", "_");
        Schema known = named.get(fullName);
        if (known != null) {
            return known;
        }
        List<Schema.Field> fields =
                connect.fields().stream().map(field -> field(field, fullName)).toList();
        String doc = parameter(connect, ConnectSchemas.TYPE_DOC).orElse(null);
        Schema struct = Schema.createRecord(fullName, doc, null, false, fields);
        named.put(fullName, struct);
        return struct;
    }

    private Schema.Field field(Field field, String record) {
        Schema schema = type(field.schema(), record + "_" + field.name());
        return new Schema.Field(field.name(), schema, field.schema().doc(), Defaults.toAvro(field.schema(), schema));
    }

    private static Optional<String> parameter(org.apache.kafka.connect.data.Schema connect, String name) {
        return Optional.ofNullable(connect.parameters()).map(parameters -> parameters.get(name));
    }
}
