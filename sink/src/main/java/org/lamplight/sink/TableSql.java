package org.lamplight.sink;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The two statements that bring a batch into a table. Each takes one array per column, bound by the column's name, so
 * its text does not depend on the size of the batch. Neither lets an older record undo a newer one of the same
 * partition.
 *
 * @param upsert inserts or replaces rows; takes every column
 * @param delete removes rows; takes the key columns
 */
record TableSql(String upsert, String delete) {

    /** Partition of the record that a row came from. */
    static final Column PARTITION = new Column("kafka_partition", null, ColumnType.INTEGER, false, null);
    /** Offset of that record. */
    static final Column OFFSET = new Column("kafka_offset", null, ColumnType.BIGINT, false, null);

    static TableSql of(Table table) {
        return new TableSql(upsert(table), delete(table));
    }

    private static String upsert(Table table) {
        List<Column> all = withOrigin(table.columns());
        List<Column> changing =
                all.stream().filter(column -> !table.key().contains(column)).toList();
        return """
                insert into lamplight.%s as stored (%s)
                select %s
                from %s
                on conflict (%s) do update set %s
                where stored.kafka_partition <> excluded.kafka_partition or stored.kafka_offset < excluded.kafka_offset
                """.formatted(
                        table.name(),
                        list(all, Column::name),
                        list(all, TableSql::sent),
                        rows(all),
                        list(table.key(), Column::name),
                        list(changing, column -> column.name() + " = excluded." + column.name()));
    }

    private static String delete(Table table) {
        List<Column> all = withOrigin(table.key());
        return """
                delete from lamplight.%s as stored
                using %s
                where %s
                and (stored.kafka_partition <> sent.kafka_partition or stored.kafka_offset < sent.kafka_offset)
                """.formatted(
                        table.name(),
                        rows(all),
                        table.key().stream()
                                .map(column -> "stored." + column.name() + " = " + sent(column))
                                .collect(joining(" and ")));
    }

    private static List<Column> withOrigin(List<Column> columns) {
        return Stream.concat(columns.stream(), Stream.of(PARTITION, OFFSET)).toList();
    }

    /** The rows that are sent. PostgreSQL makes them one by one; from {@code unnest} in their place it would store all first. */
    private static String rows(List<Column> columns) {
        return "(select %s) as sent"
                .formatted(list(columns, column -> "unnest(:%1$s) as %1$s".formatted(column.name())));
    }

    private static String sent(Column column) {
        return column.type().fromSent("sent." + column.name());
    }

    private static String list(List<Column> columns, Function<Column, String> text) {
        return columns.stream().map(text).collect(joining(", "));
    }
}
