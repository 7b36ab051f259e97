package org.lamplight.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.schemas.Topics;

/** A database that is away or busy costs time and nothing else. */
@ExtendWith(Postgres.class)
class OutageTest {
    private final KafkaLog log = new KafkaLog();

    @Test
    void shouldGoOnWhenTheDatabaseIsBack(TestDatabase database) {
        append("a");
        try (TcpProxy network = new TcpProxy(database.port());
                FakeWorker worker = FakeWorker.started(log, database.settings(network.port()))) {
            worker.drain();
            append("b");
            append("c");
            network.cut();

            worker.poll(1);
            worker.poll(1);
            assertThat(worker.retry).isNotNull();
            network.restore();
            worker.drain();

            assertThat(worker.retry).isNull();
        }
        assertThat(database.count("incident")).isEqualTo(3);
    }

    @Test
    void shouldStartWhileTheDatabaseIsAway(TestDatabase database) {
        append("a");
        append("b");
        // Where Kafka's offsets are must not matter, even when nobody can say yet where the database's are.
        log.committed.put(new TopicPartition(Topics.INCIDENT.name(), 0), 1L);
        try (TcpProxy network = new TcpProxy(database.port())) {
            network.cut();
            try (FakeWorker worker = FakeWorker.started(log, database.settings(network.port()))) {
                worker.poll(1);
                assertThat(worker.retry).isNotNull();
                worker.commit();
                assertThat(log.committed).containsValues(1L);

                network.restore();
                worker.drain();
            }
        }
        assertThat(database.count("incident")).isEqualTo(2);
    }

    @Test
    void shouldNotWriteTwiceWhenTheAnswerToACommitIsLost(TestDatabase database) {
        append("a");
        try (TcpProxy network = new TcpProxy(database.port());
                FakeWorker worker = FakeWorker.started(log, database.settings(network.port()))) {
            CompletableFuture<Void> committed = network.cutAfter("pg_notify");
            worker.poll(1);
            assertThat(worker.retry).isNotNull();
            assertThat(committed).succeedsWithin(Duration.ofMinutes(1));
            assertThat(database.count("incident")).isOne();
            database.execute("update lamplight.incident set source = 'untouched'");

            worker.drain();
        }
        assertThat(database.value("select source from lamplight.incident")).isEqualTo("untouched");
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03", "57014", "53100", "57P01", "25006", "08006", "58030"})
    void shouldTryAgainAfterAFailureThatPasses(String sqlState, TestDatabase database) {
        append("a");
        database.failInserts("incident", sqlState, 2);

        try (FakeWorker worker = FakeWorker.started(log, database.settings())) {
            worker.poll(1);
            assertThat(worker.retry).hasMessageContaining(sqlState);
            worker.drain();

            assertThat(worker.deadLetters).isEmpty();
        }
        assertThat(database.count("incident")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"42501", "XX000"})
    void shouldStopAtAFailureThatNeedsAPerson(String sqlState, TestDatabase database) {
        append("a");
        database.failInserts("incident", sqlState, 1);

        try (FakeWorker worker = FakeWorker.started(log, database.settings())) {
            assertThatThrownBy(() -> worker.poll(1))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining(sqlState);
        }
    }

    private void append(String id) {
        log.append(Topics.INCIDENT, 0, id, Structs.of(Topics.INCIDENT, Map.of("id", id)));
    }
}
