package org.lamplight.local.access;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.tools.consumer.ConsoleConsumer;
import org.lamplight.local.Programs;

/** The examples that run on Java: the program, and Kafka's console consumer. */
final class JavaSubscriber {
    private final ReleasedTopics topics;

    JavaSubscriber(ReleasedTopics topics) {
        this.topics = topics;
    }

    /** What the program prints. */
    String program() throws IOException {
        Path settings = topics.settings("subscriber-java/subscriber.properties", "java");
        return java(ReleasedTopics.command(
                ReleasedTopics.example("subscriber-java/Subscriber.java").toString(), "--once", settings.toString()));
    }

    /** What the console consumer prints of the council's topic. */
    String console(String group, String... formatting) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                ConsoleConsumer.class.getName(),
                "--bootstrap-server",
                topics.broker(),
                "--command-config",
                topics.settings("subscriber-console/client.properties", group).toString(),
                "--topic",
                ReleasedTopics.NORTH.name(),
                "--from-beginning",
                "--isolation-level",
                "read_committed",
                "--max-messages",
                "2"));
        Stream.concat(Stream.of("print.key=true", "print.headers=true"), Stream.of(formatting))
                .forEach(property -> arguments.addAll(List.of("--formatter-property", property)));
        return java(arguments.toArray(String[]::new));
    }

    private String java(String... arguments) throws IOException {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        return Programs.run(
                topics.home(),
                Map.of(),
                Stream.concat(java, Stream.of(arguments)).toArray(String[]::new));
    }
}
