package org.lamplight.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.schemas.Topics;

/** Whatever is read twice, cut off or begun anew: the tables hold the last value of every key. */
@ExtendWith(Postgres.class)
class ReplayTest {
    private static final TopicPartition INCIDENTS = new TopicPartition(Topics.INCIDENT.name(), 0);
    private static final Table INCIDENT = Table.ofTopic(Topics.INCIDENT.name());

    private final KafkaLog log = new KafkaLog();

    @Test
    void shouldGoOnFromTheDatabasesOffsetsWhereKafkasAreBehind(TestDatabase database) {
        put("a", "first");
        put("b", "first");
        try (FakeWorker crashing = FakeWorker.started(log, database.settings())) {
            crashing.drain();
        }
        database.execute("update lamplight.incident set source = 'untouched'");
        put("b", "second");

        try (FakeWorker worker = FakeWorker.started(log, database.settings())) {
            worker.drain();
        }

        assertThat(sources(database)).isEqualTo(Map.of("a", "untouched", "b", "second"));
    }

    @Test
    void shouldGoOnFromTheDatabasesOffsetsWhereKafkasAreAhead(TestDatabase restoredFromBackup) {
        put("a", "first");
        put("b", "first");
        log.committed.put(INCIDENTS, 2L);

        try (FakeWorker worker = FakeWorker.started(log, restoredFromBackup.settings())) {
            worker.drain();
        }

        assertThat(sources(restoredFromBackup)).isEqualTo(Map.of("a", "first", "b", "first"));
    }

    @Test
    void shouldLetTheLastRecordOfAKeyWinWithinABatch(TestDatabase database) {
        put("changed", "first");
        put("changed", "second");
        put("deleted", "first");
        delete("deleted");
        put("back", "first");
        delete("back");
        put("back", "second");

        try (FakeWorker worker = FakeWorker.started(log, database.settings())) {
            worker.poll(100);
        }

        assertThat(sources(database)).isEqualTo(Map.of("changed", "second", "back", "second"));
    }

    @Test
    void shouldLeaveNothingOfADeletedKey(TestDatabase database) {
        for (Table table : Table.BY_TOPIC.values()) {
            var value = Rows.random(table, 1, new Random(3));
            log.append(table.topic(), 0, Rows.key(table, value), value);
            log.append(table.topic(), 0, Rows.key(table, value), null);
        }

        try (FakeWorker worker = FakeWorker.started(log, database.settings())) {
            worker.poll(1);
            assertThat(worker.deadLetters).isEmpty();
            assertThat(Table.BY_TOPIC.values())
                    .allSatisfy(
                            table -> assertThat(database.count(table.name())).isOne());
            worker.drain();
        }

        assertThat(Table.BY_TOPIC.values())
                .allSatisfy(table -> assertThat(database.count(table.name())).isZero());
    }

    @Test
    void shouldCommitToKafkaWhatTheDatabaseHolds(TestDatabase database) {
        put("a", "first");
        put("b", "first");
        put("c", "first");

        try (FakeWorker worker = FakeWorker.started(log, database.settings())) {
            worker.poll(2);
            worker.commit();
        }

        assertThat(log.committed).isEqualTo(Map.of(INCIDENTS, 2L));
        assertThat(database.value("select next_offset from lamplight.kafka_offset"))
                .isEqualTo(2L);
    }

    @Test
    void shouldSayWhichRecordARowCameFrom(TestDatabase database) {
        put("a", "first");
        put("b", "first");

        try (FakeWorker worker = FakeWorker.started(log, database.settings())) {
            worker.drain();
        }

        assertThat(database.query("select kafka_partition, kafka_offset from lamplight.incident where id = 'b'"))
                .containsExactly(Map.of("kafka_partition", 0, "kafka_offset", 1L));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldHoldWhatTheTopicsHoldAfterCrashesAtRandomMoments(long seed, TestDatabase database) {
        Random random = new Random(seed);
        List<Table> tables = List.copyOf(new TreeMap<>(Table.BY_TOPIC).values());
        tables.forEach(table -> appendRandom(table, random));
        FakeWorker worker = FakeWorker.started(log, database.settings());

        for (int step = 0; step < 120; step++) {
            switch (random.nextInt(8)) {
                case 0 -> worker.commit();
                case 1 -> {
                    worker.close();
                    log.partitions().forEach(each -> log.committed.put(each, random.nextLong(log.end(each) + 1)));
                    worker = FakeWorker.started(log, database.settings());
                }
                case 2 -> database.failInserts(anyTable(random), "40001", 1);
                default -> {
                    for (int i = random.nextInt(20); i > 0; i--) {
                        appendRandom(tables.get(random.nextInt(tables.size())), random);
                    }
                    worker.turn(1 + random.nextInt(10));
                }
            }
        }
        worker.assign(log.partitions());
        worker.drain();
        worker.close();

        assertThat(tables)
                .allSatisfy(table -> assertThat(Rows.stored(database, table))
                        .isEqualTo(Rows.expected(table, log.latest(table.topic()))));
    }

    private static String anyTable(Random random) {
        List<String> names = List.of("hotspot", "incident", "kafka_offset", "trend");
        return names.get(random.nextInt(names.size()));
    }

    private void appendRandom(Table table, Random random) {
        int n = random.nextInt(8);
        var value = Rows.random(table, n, random);
        log.append(table.topic(), n % 2, Rows.key(table, value), random.nextInt(4) == 0 ? null : value);
    }

    private void put(String id, String source) {
        log.append(Topics.INCIDENT, 0, id, Structs.of(Topics.INCIDENT, Map.of("id", id, "source", source)));
    }

    private void delete(String id) {
        log.append(Topics.INCIDENT, 0, id, null);
    }

    private static Map<Object, Object> sources(TestDatabase database) {
        Map<Object, Object> sources = new TreeMap<>();
        database.query("select id, source from lamplight." + INCIDENT.name())
                .forEach(row -> sources.put(row.get("id"), row.get("source")));
        return sources;
    }
}
