package org.lamplight.sink;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;
import org.lamplight.schemas.connect.ConnectSchemas;

/** Values of the topics as the sink gets them. */
final class Structs {
    private static final Map<String, Schema> SCHEMAS = Topics.ALL.stream()
            .collect(Collectors.toUnmodifiableMap(Topic::name, topic -> ConnectSchemas.of(topic.schema())));

    private Structs() {}

    /** A value with these fields; of the others, those that may be null are null, and the rest are 0, false or empty. */
    static Struct of(Topic<?> topic, Map<String, ?> values) {
        Struct struct = new Struct(SCHEMAS.get(topic.name()));
        for (Field field : struct.schema().fields()) {
            Object value = values.get(field.name());
            struct.put(field, value != null || field.schema().isOptional() ? value : empty(field.schema()));
        }
        return struct;
    }

    /** A value with these fields; of the others, those that may be null are null half of the time, and the rest are random. */
    static Struct random(Topic<?> topic, Map<String, ?> values, Random random) {
        Struct struct = new Struct(SCHEMAS.get(topic.name()));
        for (Field field : struct.schema().fields()) {
            boolean isNull = field.schema().isOptional() && random.nextBoolean();
            struct.put(
                    field,
                    values.containsKey(field.name())
                            ? values.get(field.name())
                            : isNull ? null : random(field.schema(), random));
        }
        return struct;
    }

    /** The value as a writer would have written it that did not know these fields. */
    static Struct without(Struct value, List<String> fields) {
        SchemaBuilder older = SchemaBuilder.struct().name(value.schema().name());
        value.schema().fields().stream()
                .filter(field -> !fields.contains(field.name()))
                .forEach(field -> older.field(field.name(), field.schema()));
        Struct struct = new Struct(older.build());
        struct.schema().fields().forEach(field -> struct.put(field, value.get(field.name())));
        return struct;
    }

    static Date date(String isoDate) {
        return Date.from(LocalDate.parse(isoDate).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    static Date instant(String isoInstant) {
        return Date.from(Instant.parse(isoInstant));
    }

    private static Object empty(Schema schema) {
        if (schema.name() != null && schema.type() != Schema.Type.STRING) {
            return Date.from(Instant.EPOCH);
        }
        return switch (schema.type()) {
            case STRING -> "";
            case INT32 -> 0;
            case INT64 -> 0L;
            case FLOAT64 -> 0.0;
            case BOOLEAN -> false;
            case ARRAY -> List.of();
            default -> throw new IllegalArgumentException(schema.type().toString());
        };
    }

    private static Object random(Schema schema, Random random) {
        if (schema.name() != null && schema.type() != Schema.Type.STRING) {
            long days = random.nextInt(40_000);
            boolean isDate = schema.type() == Schema.Type.INT32;
            return Date.from(
                    Instant.EPOCH.plus(days, ChronoUnit.DAYS).plusMillis(isDate ? 0 : random.nextInt(86_400_000)));
        }
        return switch (schema.type()) {
            case STRING -> text(random);
            case INT32 -> random.nextInt();
            case INT64 -> random.nextLong();
            case FLOAT64 -> random.nextGaussian();
            case BOOLEAN -> random.nextBoolean();
            case ARRAY -> List.of(text(random), text(random));
            default -> throw new IllegalArgumentException(schema.type().toString());
        };
    }

    private static String text(Random random) {
        String awkward = "a{},\"\\ '%é€\t\n;NULL";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(awkward.charAt(random.nextInt(awkward.length())));
        }
        return text.toString();
    }
}
