package org.lamplight.local.access;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lamplight.local.Programs;

/** The example in Python, with the first Python that has what it needs. */
final class PythonSubscriber {
    /** An older librdkafka cannot log in to Kafka 4 with a password. */
    private static final String NEEDED =
            "import avro.io, confluent_kafka; assert confluent_kafka.libversion()[1] >= 0x02060100";

    private final ReleasedTopics topics;
    private final Optional<String> python;

    PythonSubscriber(ReleasedTopics topics) {
        this.topics = topics;
        this.python = Stream.of("python3", "/usr/bin/python3")
                .filter(this::hasWhatIsNeeded)
                .findFirst();
    }

    boolean available() {
        return python.isPresent();
    }

    /** What it prints. */
    String program() throws IOException {
        return Programs.run(
                topics.home(),
                topics.environment(),
                ReleasedTopics.command(
                        python.orElseThrow(),
                        ReleasedTopics.example("subscriber-python/subscribe.py").toString(),
                        "--once"));
    }

    private boolean hasWhatIsNeeded(String candidate) {
        try {
            Programs.run(topics.home(), Map.of(), candidate, "-c", NEEDED);
            return true;
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }
}
