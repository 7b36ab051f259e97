package org.lamplight.sink;

import java.util.List;
import java.util.Locale;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;

/**
 * A column of a table, and the field of the record that fills it.
 *
 * @param name name in PostgreSQL, e.g. occurred_from
 * @param field name of the record's field, e.g. occurredFrom
 * @param type what it holds
 * @param nullable whether it may be null
 * @param absent value, as Kafka Connect would give it, for a record written before the field existed; may be null
 */
record Column(String name, String field, ColumnType type, boolean nullable, Object absent) {

    static Column of(Schema.Field field) {
        Schema schema = field.schema();
        return new Column(
                field.name().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT),
                field.name(),
                ColumnType.of(schema.isUnion() ? valueBranch(schema.getTypes()) : schema),
                schema.isNullable(),
                absentValue(field));
    }

    /** The value that a record gives this column, in the form in which it is sent; null for null. */
    Object read(Struct value) {
        Field known = value.schema().field(field);
        Object read = known == null ? absent : value.get(known);
        return read == null ? null : type.fromConnect(read);
    }

    private static Schema valueBranch(List<Schema> branches) {
        return branches.stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    private static Object absentValue(Schema.Field field) {
        Object value = field.hasDefaultValue() ? field.defaultVal() : null;
        return value == JsonProperties.NULL_VALUE ? null : value;
    }
}
