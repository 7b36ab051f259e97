package org.lamplight.ingest.mapping;

import java.util.List;
import org.apache.avro.JsonProperties;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Timestamp;

/** Stands in for ConnectSchemas of the schemas module until that is there. */
final class InterimSchemas {
    private InterimSchemas() {}

    static org.apache.kafka.connect.data.Schema of(Schema avro) {
        return builder(avro).build();
    }

    private static SchemaBuilder builder(Schema avro) {
        if (avro.isUnion()) {
            return builder(avro.getTypes().get(1)).optional();
        }
        if (avro.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
            return Timestamp.builder();
        }
        return switch (avro.getType()) {
            case BOOLEAN -> SchemaBuilder.bool();
            case INT -> Date.builder();
            case LONG -> SchemaBuilder.int64();
            case ARRAY -> SchemaBuilder.array(of(avro.getElementType()));
            case RECORD -> struct(avro);
            default -> SchemaBuilder.string();
        };
    }

    private static SchemaBuilder struct(Schema avro) {
        SchemaBuilder struct = SchemaBuilder.struct().name(avro.getFullName());
        for (Schema.Field field : avro.getFields()) {
            SchemaBuilder builder = builder(field.schema());
            if (field.hasDefaultValue() && field.defaultVal() != JsonProperties.NULL_VALUE) {
                builder.defaultValue(field.defaultVal() instanceof List ? List.of() : field.defaultVal());
            }
            struct.field(field.name(), builder.build());
        }
        return struct;
    }
}
