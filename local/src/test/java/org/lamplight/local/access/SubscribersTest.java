package org.lamplight.local.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.local.NodeProject;
import org.lamplight.schemas.serde.AvroDeserializer;

/** The examples for subscribers, each run over TLS with the password of a council. */
class SubscribersTest {
    @TempDir
    private static Path home;

    private static ReleasedTopics topics;

    @BeforeAll
    static void start() throws Exception {
        topics = new ReleasedTopics(home);
    }

    @AfterAll
    static void stop() {
        topics.close();
    }

    @Test
    void shouldServeJava() throws IOException {
        assertHasEveryRow(new JavaSubscriber(topics).program());
    }

    @Test
    void shouldServeJavaScript() throws IOException {
        assumeThat(NodeProject.available()).as("Node.js and npm").isTrue();

        NodeProject program = new NodeProject(ReleasedTopics.example("subscriber-node"));

        assertHasEveryRow(program.node(topics.environment(), ReleasedTopics.command("subscribe.mjs", "--once")));
    }

    @Test
    void shouldServePython() throws IOException {
        PythonSubscriber python = new PythonSubscriber(topics);
        assumeThat(python.available())
                .as("Python with the packages avro and confluent_kafka, the latter with librdkafka 2.6.1 or newer")
                .isTrue();

        assertHasEveryRow(python.program());
    }

    @Test
    void shouldServeKafkasConsole() throws IOException {
        JavaSubscriber subscriber = new JavaSubscriber(topics);

        String keys = subscriber.console("keys", "print.value=false");
        String rows = subscriber.console(
                "rows",
                "value.deserializer=" + AvroDeserializer.class.getName(),
                "value.deserializer.schema.registry.url=" + topics.registry());

        assertThat(keys.lines())
                .containsExactly(
                        "lamplight.release:2026-11-22,lamplight.revision:1\tE06000061/retail/MONTH/2026-10-01/1",
                        "lamplight.release:2026-11-22,lamplight.revision:1\tE05000001/retail/MONTH/2026-10-01/1");
        assertThat(rows)
                .contains("\"areaName\": \"Made-up ward\"", "\"count\": 25")
                .doesNotContain("Never released");
    }

    private static void assertHasEveryRow(String printed) {
        assertThat(printed.lines()).containsExactlyInAnyOrderElementsOf(ReleasedTopics.LINES);
    }
}
