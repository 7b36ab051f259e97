package org.lamplight.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamplight.schemas.Topics;

/** The tables hold what the topics hold. */
@ExtendWith(Postgres.class)
class TablesTest {

    static List<Table> tables() {
        return List.copyOf(Table.BY_TOPIC.values());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void shouldHaveAColumnForEveryFieldOfTheRecord(Table table, TestDatabase database) {
        Map<String, String> expected = new HashMap<>();
        table.columns().forEach(column -> expected.put(column.name(), described(column)));
        expected.put("kafka_partition", "integer not null");
        expected.put("kafka_offset", "bigint not null");

        Map<String, String> actual = database
                .query("select attname, format_type(atttypid, atttypmod) as type, attnotnull from pg_attribute"
                        + " where attrelid = 'lamplight." + table.name() + "'::regclass and attnum > 0")
                .stream()
                .collect(Collectors.toMap(
                        row -> (String) row.get("attname"),
                        row -> row.get("type") + ((Boolean) row.get("attnotnull") ? " not null" : "")));

        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void shouldReturnEveryValueAsItCame(Table table, TestDatabase database) {
        Random random = new Random(7);
        KafkaLog log = new KafkaLog();
        Map<String, Struct> sent = new HashMap<>();
        for (int i = 0; i < 50; i++) {
            Struct value = Rows.random(table, i, random);
            sent.put(Rows.key(table, value), value);
            log.append(table.topic(), 0, Rows.key(table, value), value);
        }

        try (FakeWorker worker = FakeWorker.started(log, database.settings())) {
            worker.drain();
            assertThat(worker.deadLetters).isEmpty();
        }

        assertThat(Rows.stored(database, table)).isEqualTo(Rows.expected(table, sent.values()));
    }

    @Test
    void shouldFillAFieldThatTheRecordDoesNotHaveYetWithItsDefault(TestDatabase database) {
        KafkaLog log = new KafkaLog();
        Struct old = Structs.without(
                Structs.of(Topics.INCIDENT, Map.of("id", "a", "recordedAs", "CRIME")),
                List.of("otherCodes", "reasons", "outcomeOn"));
        log.append(Topics.INCIDENT, 0, "a", old);

        try (FakeWorker worker = FakeWorker.started(log, database.settings())) {
            worker.drain();
        }

        assertThat(database.query("select other_codes, reasons, outcome_on, recorded_as from lamplight.incident"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("other_codes", 0)
                        .containsEntry("reasons", List.of())
                        .doesNotContainKey("outcome_on")
                        .containsEntry("recorded_as", "CRIME"));
    }

    @Test
    void shouldKeepDatesAndInstantsApartFromTheMachinesTimeZone(TestDatabase database) {
        KafkaLog log = new KafkaLog();
        log.append(
                Topics.INCIDENT,
                0,
                "a",
                Structs.of(
                        Topics.INCIDENT,
                        Map.of(
                                "id", "a",
                                "firstDay", Structs.date("2026-03-29"),
                                "occurredFrom", Structs.instant("2026-03-29T01:30:00.123Z"))));

        try (FakeWorker worker = FakeWorker.started(log, database.settings())) {
            worker.drain();
        }

        assertThat(database.value("select first_day::text from lamplight.incident"))
                .isEqualTo(LocalDate.of(2026, 3, 29).toString());
        assertThat(database.value("select (occurred_from at time zone 'UTC')::text from lamplight.incident"))
                .isEqualTo("2026-03-29 01:30:00.123");
    }

    private static String described(Column column) {
        return column.type().sqlName() + (column.nullable() ? "" : " not null");
    }
}
