package org.lamplight.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigValue;

/** What a connector's settings must satisfy beyond each one's own range. */
final class SinkRules {
    private static final String TOPICS = "topics";
    private static final String TOLERANCE = "errors.tolerance";
    private static final String DEAD_LETTERS = "errors.deadletterqueue.topic.name";

    private SinkRules() {}

    /** A value with its error for every setting that breaks a rule. */
    static List<ConfigValue> check(Map<String, String> settings) {
        List<ConfigValue> broken = new ArrayList<>();
        Stream.of(settings.getOrDefault(TOPICS, "").split(","))
                .map(String::strip)
                .filter(topic -> !topic.isEmpty() && !Table.BY_TOPIC.containsKey(topic))
                .forEach(topic -> broken.add(error(
                        settings,
                        TOPICS,
                        "No table holds the topic " + topic + "; there are tables for "
                                + String.join(", ", new TreeSet<>(Table.BY_TOPIC.keySet())))));
        if ("all".equalsIgnoreCase(settings.get(TOLERANCE))
                && settings.getOrDefault(DEAD_LETTERS, "").isBlank()) {
            broken.add(error(
                    settings,
                    DEAD_LETTERS,
                    "With " + TOLERANCE + "=all a record that the database refuses would vanish; name a topic for it"));
        }
        return broken;
    }

    private static ConfigValue error(Map<String, String> settings, String name, String message) {
        return new ConfigValue(name, settings.get(name), List.of(), List.of(message));
    }
}
