package org.lamplight.sink;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;

/**
 * A table of the reporting database as the image of a topic: a column for every field of the record, one row per key.
 * The columns that make up the primary key are, in their order, the parts of the record's key.
 *
 * @param name name in schema lamplight
 * @param topic the topic it mirrors
 * @param columns its columns, without the two that say which record a row came from
 * @param key those of the columns that form the primary key
 */
record Table(String name, Topic<?> topic, List<Column> columns, List<Column> key) {

    /** The tables by the topic they mirror. */
    static final Map<String, Table> BY_TOPIC = Stream.of(
                    of("incident", Topics.INCIDENT, "id"),
                    of("hotspot", Topics.HOTSPOT, "force", "category", "cell"),
                    of("alert", Topics.ALERT, "force", "category", "alert"),
                    of("trend", Topics.TREND, "area", "category", "period", "firstDay"),
                    of("outcome_rate", Topics.OUTCOME, "area", "category", "outcomeSet", "basis", "period", "firstDay"),
                    of("evaluation", Topics.EVALUATION, "category", "evaluation"),
                    of("feed_health", Topics.FEED_HEALTH, "source"),
                    of("rejected_row", Topics.REJECTED, "source", "fileSha256", "line"))
            .collect(Collectors.toUnmodifiableMap(table -> table.topic().name(), Function.identity()));

    private static Table of(String name, Topic<?> topic, String... keyFields) {
        List<Column> columns =
                topic.schema().getFields().stream().map(Column::of).toList();
        List<Column> key = Stream.of(keyFields)
                .map(field -> columns.stream()
                        .filter(column -> column.field().equals(field))
                        .findFirst()
                        .orElseThrow())
                .toList();
        return new Table(name, topic, columns, key);
    }

    /**
     * The table that mirrors a topic.
     *
     * @throws ConnectException if none does
     */
    static Table ofTopic(String topic) {
        Table table = BY_TOPIC.get(topic);
        if (table == null) {
            throw new ConnectException("No table holds the topic " + topic + ". Take it out of 'topics'.");
        }
        return table;
    }

    /**
     * Reads a record's key.
     *
     * @return the values of the key columns, in the form in which they are sent
     * @throws RuntimeException if the key does not have the parts that the key columns ask for
     */
    List<Object> readKey(String recordKey) {
        String[] parts = recordKey.split("/", -1);
        if (parts.length != key.size()) {
            throw new IllegalArgumentException("The key has " + parts.length + " parts");
        }
        Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = key.get(i).type().fromKey(parts[i]);
        }
        return List.of(values);
    }

    /**
     * Reads a record's value.
     *
     * @return the values of all columns, in the form in which they are sent; an element is null where the field is
     * @throws RuntimeException if the value is not of this table's record, or does not belong to the key
     */
    Object[] readRow(Struct value, List<Object> recordKey) {
        for (int i = 0; i < recordKey.size(); i++) {
            if (!recordKey.get(i).equals(key.get(i).read(value))) {
                throw new IllegalArgumentException("The value belongs to another key");
            }
        }
        Object[] row = new Object[columns.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = columns.get(i).read(value);
        }
        return row;
    }

    // By name, since tables are keys of the maps through which every record goes.
    @Override
    public boolean equals(Object other) {
        return other instanceof Table table && table.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
