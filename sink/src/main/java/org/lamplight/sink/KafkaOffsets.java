package org.lamplight.sink;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The offsets of one connector in table kafka_offset: for each partition the offset of the first record that the tables
 * do not hold yet. Every method is part of the caller's transaction.
 *
 * @param connector name of the connector
 */
record KafkaOffsets(String connector) {

    private static final String KNOW = """
            insert into lamplight.kafka_offset (connector, topic, kafka_partition, next_offset)
            select :connector, topic, kafka_partition, 0
            from unnest(:topic, :kafka_partition) as asked (topic, kafka_partition)
            on conflict do nothing
            """;

    private static final String READ = """
            select topic, kafka_partition, next_offset
            from lamplight.kafka_offset join unnest(:topic, :kafka_partition) as asked (topic, kafka_partition)
            using (topic, kafka_partition)
            where connector = :connector
            """;

    private static final String MOVE = """
            update lamplight.kafka_offset as stored set next_offset = sent.next_offset
            from unnest(:topic, :kafka_partition, :expected, :next_offset)
                as sent (topic, kafka_partition, expected, next_offset)
            where stored.connector = :connector and stored.topic = sent.topic
            and stored.kafka_partition = sent.kafka_partition and stored.next_offset = sent.expected
            """;

    private static final String SET = """
            insert into lamplight.kafka_offset (connector, topic, kafka_partition, next_offset)
            select :connector, topic, kafka_partition, next_offset
            from unnest(:topic, :kafka_partition, :next_offset) as sent (topic, kafka_partition, next_offset)
            on conflict (connector, topic, kafka_partition) do update set next_offset = excluded.next_offset
            """;

    /** Where to go on reading; 0 in a partition that the database has never seen. */
    Map<TopicPartition, Long> read(Handle handle, Collection<TopicPartition> partitions) {
        List<TopicPartition> asked = List.copyOf(partitions);
        bind(handle.createUpdate(KNOW), asked).execute();
        Map<TopicPartition, Long> offsets = new HashMap<>();
        bind(handle.createQuery(READ), asked)
                .map((row, context) -> offsets.put(
                        new TopicPartition(row.getString("topic"), row.getInt("kafka_partition")),
                        row.getLong("next_offset")))
                .list();
        return offsets;
    }

    /**
     * Moves offsets on, but only from where the caller believes them to be: of two tasks that hold the same partition
     * one loses.
     *
     * @throws DatabaseFailure of kind FENCED if one of them is elsewhere
     */
    void move(Handle handle, Map<TopicPartition, Long> next, Map<TopicPartition, Long> expected) {
        List<TopicPartition> moved = List.copyOf(next.keySet());
        int rows = bind(handle.createUpdate(MOVE), moved)
                .bindArray(
                        "expected",
                        Long.class,
                        moved.stream().map(expected::get).toList())
                .bindArray(
                        "next_offset", Long.class, moved.stream().map(next::get).toList())
                .execute();
        if (rows != moved.size()) {
            throw new DatabaseFailure(
                    DatabaseFailure.Kind.FENCED, "Another task of connector " + connector + " has moved the offsets");
        }
    }

    /** Sets offsets, wherever they are. */
    void set(Handle handle, Map<TopicPartition, Long> offsets) {
        List<TopicPartition> altered = List.copyOf(offsets.keySet());
        bind(handle.createUpdate(SET), altered)
                .bindArray(
                        "next_offset",
                        Long.class,
                        altered.stream().map(offsets::get).toList())
                .execute();
    }

    private <S extends SqlStatement<S>> S bind(S statement, List<TopicPartition> partitions) {
        return statement
                .bind("connector", connector)
                .bindArray(
                        "topic",
                        String.class,
                        partitions.stream().map(TopicPartition::topic).toList())
                .bindArray(
                        "kafka_partition",
                        Integer.class,
                        partitions.stream().map(TopicPartition::partition).toList());
    }
}
