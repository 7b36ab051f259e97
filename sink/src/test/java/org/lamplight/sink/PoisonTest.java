package org.lamplight.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lamplight.schemas.Topics;
import org.lamplight.sink.FakeWorker.DeadLetter;

/** A record that cannot be stored goes to the dead-letter queue, and it alone. */
@ExtendWith(Postgres.class)
class PoisonTest {
    private static final String CONTENT = "word-of-a-report";

    private final KafkaLog log = new KafkaLog();

    @Test
    void shouldSetAsideTheRecordsThatCannotBeStoredAndStoreTheOthers(TestDatabase database) {
        for (int i = 0; i < 60; i++) {
            String id = "id" + i;
            switch (i) {
                case 7 -> append(id, Map.of("id", id, "source", "a NUL \0"));
                case 8 -> append(id, Map.of("id", "another"));
                case 21 -> log.append(Topics.INCIDENT, 0, id, "no struct");
                case 22 -> log.append(Topics.INCIDENT, 0, null, null);
                case 59 -> log.append(Topics.HOTSPOT, 0, "too/few", null);
                default -> append(id, Map.of("id", id));
            }
        }

        try (FakeWorker worker = FakeWorker.started(log, database.settings())) {
            worker.drain();

            assertThat(worker.deadLetters.stream()
                            .map(DeadLetter::refused)
                            .collect(Collectors.groupingBy(
                                    SinkRecord::topic,
                                    Collectors.mapping(SinkRecord::kafkaOffset, Collectors.toSet()))))
                    .isEqualTo(Map.of(
                            Topics.INCIDENT.name(), Set.of(7L, 8L, 21L, 22L),
                            Topics.HOTSPOT.name(), Set.of(0L)));
        }
        assertThat(database.count("incident")).isEqualTo(55);
    }

    @Test
    void shouldNotSetARecordAsideAgainWhenTheRestOfItsBatchIsTriedAgain(TestDatabase database) {
        append("a", Map.of("id", "not a"));
        append("b", Map.of("id", "not b"));
        append("c", Map.of("id", "c"));
        append("d", Map.of("id", "d"));
        database.failInserts("incident", "40001", 1);

        try (FakeWorker worker = FakeWorker.started(log, database.settings())) {
            worker.poll(10);
            assertThat(worker.retry).isNotNull();
            worker.drain();

            assertThat(worker.deadLetters)
                    .extracting(letter -> letter.refused().key())
                    .containsExactly("a", "b");
        }
        assertThat(database.count("incident")).isEqualTo(2);
    }

    @Test
    void shouldStopWithASentenceWhereThereIsNoDeadLetterQueue(TestDatabase database) {
        append("a", Map.of("id", "a"));
        append("b", Map.of("id", "b", "source", "\0"));
        FakeWorker worker = new FakeWorker(log, database.settings(), false);
        worker.assign(log.partitions());

        Throwable thrown = catchThrowable(() -> worker.poll(10));
        worker.close();

        assertThat(thrown)
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("core.incident-0@1")
                .hasMessageContaining("SQLState 22021")
                .hasMessageContaining("errors.deadletterqueue.topic.name");
        assertThat(database.count("incident")).isOne();
    }

    @Test
    void shouldNotRepeatContentInTheReason(TestDatabase database) {
        append("a", Map.of("id", "a", "source", CONTENT + "\0"));
        append("b", Map.of("id", CONTENT));
        log.append(Topics.INCIDENT, 0, "c", CONTENT);
        log.append(Topics.TREND, 0, "area/category/WEEK/" + CONTENT, null);

        try (FakeWorker worker = FakeWorker.started(log, database.settings())) {
            worker.drain();

            assertThat(worker.deadLetters)
                    .hasSize(4)
                    .allSatisfy(letter -> assertThat(trace(letter.reason())).doesNotContain(CONTENT));
        }
    }

    @Test
    void shouldNotRepeatContentWhenItStops(TestDatabase database) {
        append("a", Map.of("id", "a", "source", CONTENT));
        database.execute("alter table lamplight.incident rename column source to elsewhere");
        FakeWorker worker = FakeWorker.started(log, database.settings());

        Throwable thrown = catchThrowable(() -> worker.poll(10));
        worker.close();

        assertThat(thrown).isInstanceOf(ConnectException.class).hasMessageContaining("SQLState 42703");
        assertThat(trace(thrown)).doesNotContain(CONTENT);
    }

    private void append(String key, Map<String, ?> values) {
        log.append(Topics.INCIDENT, 0, key, Structs.of(Topics.INCIDENT, values));
    }

    private static String trace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
