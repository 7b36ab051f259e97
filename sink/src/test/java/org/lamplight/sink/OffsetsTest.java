package org.lamplight.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lamplight.schemas.Topics;

/** Who may move the database's offsets. */
@ExtendWith(Postgres.class)
class OffsetsTest {
    private static final TopicPartition INCIDENTS = new TopicPartition(Topics.INCIDENT.name(), 0);

    private final KafkaLog log = new KafkaLog();

    @Test
    void shouldFenceOffATaskWhosePartitionAnotherTaskHas(TestDatabase database) {
        append("a", "before");
        try (FakeWorker zombie = FakeWorker.started(log, database.settings());
                FakeWorker successor = FakeWorker.started(log, database.settings())) {
            zombie.drain();
            append("a", "older");
            append("a", "newer");
            successor.drain();

            zombie.poll(1);
            assertThat(zombie.retry).hasMessageContaining("Another task");
            assertThat(database.value("select source from lamplight.incident")).isEqualTo("newer");

            zombie.drain();
            assertThat(database.value("select source from lamplight.incident")).isEqualTo("newer");
            append("a", "last");
            zombie.drain();
        }
        assertThat(database.value("select source from lamplight.incident")).isEqualTo("last");
        assertThat(database.value("select next_offset from lamplight.kafka_offset"))
                .isEqualTo(4L);
    }

    @Test
    void shouldRebuildTheTableFromTheTopicWhenItsOffsetsAreReset(TestDatabase database) {
        append("a", "first");
        drain(database);
        database.execute(
                "insert into lamplight.incident select 'stray', t.source, t.kind, t.categories, t.force, t.cell,"
                        + " t.areas, t.occurred_from, t.occurred_to, t.first_day, t.last_day, t.hour_of_week, t.received_at,"
                        + " t.reported_at, t.reasons, t.recorded_as, t.police_consent, t.council_consent, t.premises,"
                        + " t.value_stolen_pence, t.value_recovered_pence, t.evidence_ready, t.repeat_offender, t.stage,"
                        + " t.outcome_type, t.outcome_on, t.other_codes, 0, 0 from lamplight.incident t");
        Map<TopicPartition, Long> toTheBeginning = new HashMap<>();
        toTheBeginning.put(INCIDENTS, null);

        boolean altered = new ReportingSinkConnector().alterOffsets(database.settings(), toTheBeginning);
        drain(database);

        assertThat(altered).isTrue();
        assertThat(database.value("select string_agg(id, ',') from lamplight.incident"))
                .isEqualTo("a");
    }

    @Test
    void shouldReadAgainFromAnOffsetThatIsGiven(TestDatabase database) {
        append("a", "first");
        append("b", "first");
        drain(database);
        database.execute("update lamplight.incident set source = 'damaged'");

        new ReportingSinkConnector().alterOffsets(database.settings(), Map.of(INCIDENTS, 1L));
        drain(database);

        assertThat(database.value("select string_agg(id || ' ' || source, ', ' order by id) from lamplight.incident"))
                .isEqualTo("a damaged, b first");
    }

    private void drain(TestDatabase database) {
        try (FakeWorker worker = FakeWorker.started(log, database.settings())) {
            worker.drain();
        }
    }

    private void append(String id, String source) {
        log.append(Topics.INCIDENT, 0, id, Structs.of(Topics.INCIDENT, Map.of("id", id, "source", source)));
    }
}
