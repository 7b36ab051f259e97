package org.lamplight.sink;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import java.util.stream.Collectors;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * Type of a column, and how its values travel: a batch is sent as one array per column, of text where the driver has
 * no faster way, and PostgreSQL casts it.
 */
enum ColumnType {
    TEXT("text", String.class),
    INTEGER("integer", Integer.class),
    BIGINT("bigint", Long.class),
    DOUBLE("double precision", Double.class),
    BOOLEAN("boolean", Boolean.class),
    DATE("date", String.class),
    TIMESTAMP("timestamp with time zone", String.class),
    TEXT_ARRAY("text[]", String.class);

    private final String sqlName;
    private final Class<?> carrier;

    ColumnType(String sqlName, Class<?> carrier) {
        this.sqlName = sqlName;
        this.carrier = carrier;
    }

    /** PostgreSQL's name of the type. */
    String sqlName() {
        return sqlName;
    }

    /** Java type of the array elements in which values of this type are sent. */
    Class<?> carrier() {
        return carrier;
    }

    /** Whether the values are sent as text and have to be cast. */
    boolean cast() {
        return carrier == String.class && this != TEXT;
    }

    /**
     * Turns a value as Kafka Connect gives it into the form in which it is sent.
     *
     * @throws ClassCastException if the value is of another type
     */
    Object fromConnect(Object value) {
        return switch (this) {
            case DATE -> localDate((Date) value).toString();
            case TIMESTAMP -> ((Date) value).toInstant().toString();
            case TEXT_ARRAY -> arrayLiteral((Collection<?>) value);
            default -> carrier.cast(value);
        };
    }

    /**
     * Turns a part of a record's key into the form in which it is sent.
     *
     * @throws IllegalArgumentException or {@link java.time.DateTimeException} if it does not denote a value of this type
     */
    Object fromKey(String part) {
        return switch (this) {
            case TEXT -> part;
            case BIGINT -> Long.valueOf(part);
            case DATE -> LocalDate.parse(part).toString();
            default -> throw new IllegalArgumentException("No part of a key is of type " + sqlName);
        };
    }

    /** The column type for a field of an Avro record, leaving aside whether it may be null. */
    static ColumnType of(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        return switch (schema.getType()) {
            case STRING, ENUM -> TEXT;
            case INT -> logical instanceof LogicalTypes.Date ? DATE : INTEGER;
            case LONG -> logical instanceof LogicalTypes.TimestampMillis ? TIMESTAMP : BIGINT;
            case DOUBLE -> DOUBLE;
            case BOOLEAN -> BOOLEAN;
            case ARRAY -> TEXT_ARRAY;
            default -> throw new IllegalArgumentException("No column type for " + schema.getType());
        };
    }

    private static LocalDate localDate(Date date) {
        return date.toInstant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static String arrayLiteral(Collection<?> values) {
        return values.stream().map(ColumnType::quoted).collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(Object value) {
        return '"' + ((String) value).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
