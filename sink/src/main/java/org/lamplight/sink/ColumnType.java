package org.lamplight.sink;

import java.lang.reflect.Array;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jdbi.v3.core.argument.Argument;

/**
 * Type of a column, and how its values travel: a batch is sent as one array per column, of whatever the driver sends
 * fastest, and PostgreSQL turns it into the type.
 */
enum ColumnType {
    TEXT("text", Carrier.TEXT, "%s"),
    INTEGER("integer", Carrier.INTEGER, "%s"),
    BIGINT("bigint", Carrier.LONG, "%s"),
    DOUBLE("double precision", Carrier.DOUBLE, "%s"),
    BOOLEAN("boolean", Carrier.BOOLEAN, "%s"),
    /** Sent as days since 1970. */
    DATE("date", Carrier.INTEGER, "date '1970-01-01' + %s"),
    /** Sent as milliseconds since 1970. */
    TIMESTAMP(
            "timestamp with time zone",
            Carrier.LONG,
            "timestamptz '1970-01-01 00:00Z' + %s * interval '1 millisecond'"),
    /** Sent as PostgreSQL writes arrays. */
    TEXT_ARRAY("text[]", Carrier.TEXT, "cast(%s as text[])");

    private static final long SECONDS_A_DAY = 86_400;

    /** What travels: a Java type, and the name that PostgreSQL has for it. */
    private enum Carrier {
        TEXT(String.class, "text"),
        INTEGER(Integer.class, "int4"),
        LONG(Long.class, "int8"),
        DOUBLE(Double.class, "float8"),
        BOOLEAN(Boolean.class, "bool");

        private final Class<?> type;
        private final String sqlName;

        Carrier(Class<?> type, String sqlName) {
            this.type = type;
            this.sqlName = sqlName;
        }
    }

    private final String sqlName;
    private final Carrier carrier;
    private final String conversion;

    ColumnType(String sqlName, Carrier carrier, String conversion) {
        this.sqlName = sqlName;
        this.carrier = carrier;
        this.conversion = conversion;
    }

    /** PostgreSQL's name of the type. */
    String sqlName() {
        return sqlName;
    }

    /**
     * The values of a column as they are sent.
     *
     * @param rows how many there are
     * @param value the value of each row, in the form in which it is sent; may be null
     */
    Argument array(int rows, IntFunction<Object> value) {
        // Of arrays that know what is in them the driver sends the bytes, of others the text.
        Object[] values = (Object[]) Array.newInstance(carrier.type, rows);
        Arrays.setAll(values, value);
        return (position, statement, context) ->
                statement.setArray(position, statement.getConnection().createArrayOf(carrier.sqlName, values));
    }

    /** The SQL expression that turns what was sent into a value of this type. */
    String fromSent(String expression) {
        return conversion.formatted(expression);
    }

    /**
     * Turns a value as Kafka Connect gives it into the form in which it is sent.
     *
     * @throws ClassCastException if the value is of another type
     */
    Object fromConnect(Object value) {
        return switch (this) {
            case DATE ->
                Math.toIntExact(Math.floorDiv(((Date) value).toInstant().getEpochSecond(), SECONDS_A_DAY));
            case TIMESTAMP -> ((Date) value).toInstant().toEpochMilli();
            case TEXT_ARRAY -> arrayLiteral((Collection<?>) value);
            default -> carrier.type.cast(value);
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
            case DATE -> Math.toIntExact(LocalDate.parse(part).toEpochDay());
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

    private static String arrayLiteral(Collection<?> values) {
        StringJoiner literal = new StringJoiner(",", "{", "}");
        values.forEach(value -> literal.add(quoted(value)));
        return literal.toString();
    }

    private static String quoted(Object value) {
        return '"' + ((String) value).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
