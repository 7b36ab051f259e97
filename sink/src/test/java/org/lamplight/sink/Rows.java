package org.lamplight.sink;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Struct;

/** Rows of a table as the topic says they should be, and as they are. */
final class Rows {
    private Rows() {}

    /** A random value whose key is the n-th of this table. */
    static Struct random(Table table, int n, Random random) {
        Map<String, Object> key = new HashMap<>();
        for (Column column : table.key()) {
            key.put(
                    column.field(),
                    switch (column.type()) {
                        case TEXT ->
                            column.name().equals("period")
                                    ? List.of("WEEK", "MONTH", "QUARTER", "UNKNOWN")
                                            .get(n % 4)
                                    : "k" + n;
                        case BIGINT -> (long) n;
                        case DATE -> Structs.date("2026-01-05");
                        default -> throw new IllegalArgumentException(column.name());
                    });
        }
        return Structs.random(table.topic(), key, random);
    }

    /** The key that the record of a value has. */
    static String key(Table table, Struct value) {
        return table.key().stream()
                .map(column -> value.get(column.field()))
                .map(part ->
                        part instanceof Date date ? date.toInstant().toString().substring(0, 10) : part.toString())
                .collect(Collectors.joining("/"));
    }

    /** What a table should hold when its topic holds these values. */
    static Set<List<Object>> expected(Table table, Collection<Struct> values) {
        Set<List<Object>> rows = new HashSet<>();
        for (Struct value : values) {
            List<Object> row = new ArrayList<>();
            for (Column column : table.columns()) {
                row.add(value.get(column.field()));
            }
            rows.add(row);
        }
        return rows;
    }

    /** What a table holds. */
    static Set<List<Object>> stored(TestDatabase database, Table table) {
        return database.query("select * from lamplight." + table.name()).stream()
                .map(row -> table.columns().stream()
                        .map(column -> asConnect(column.type(), row.get(column.name())))
                        .toList())
                .collect(Collectors.toSet());
    }

    private static Object asConnect(ColumnType type, Object value) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case DATE -> Structs.date(value.toString());
            case TIMESTAMP -> Date.from(((Timestamp) value).toInstant());
            default -> value;
        };
    }
}
