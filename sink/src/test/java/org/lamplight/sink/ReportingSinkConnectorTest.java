package org.lamplight.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.sink.SinkConnector;
import org.junit.jupiter.api.Test;

/** What Connect asks of a connector. */
class ReportingSinkConnectorTest {
    private final ReportingSinkConnector connector = new ReportingSinkConnector();

    @Test
    void shouldBeFoundByConnect() {
        assertThat(ServiceLoader.load(SinkConnector.class)).hasOnlyElementsOfType(ReportingSinkConnector.class);
    }

    @Test
    void shouldTakeSettingsThatAreRight() {
        assertThat(errors(right())).isEmpty();
    }

    @Test
    void shouldReportEveryMistakeAtOnce() {
        Map<String, String> wrong = new HashMap<>();
        wrong.put("database.url", "postgres://localhost");
        wrong.put("areas.book", "/no/such/file");
        wrong.put("retry.backoff.ms", "0");
        wrong.put("topics", "core.incident, intake.hate-referral");
        wrong.put("errors.tolerance", "all");

        assertThat(errors(wrong).keySet())
                .containsExactlyInAnyOrder(
                        "database.url",
                        "database.user",
                        "areas.book",
                        "retry.backoff.ms",
                        "topics",
                        "errors.deadletterqueue.topic.name");
    }

    @Test
    void shouldRefuseAPasswordInTheUrlWithoutRepeatingIt() {
        Map<String, String> settings = right();
        settings.put("database.url", "jdbc:postgresql://localhost/lamplight?user=a&password=secret");

        assertThat(errors(settings).get("database.url"))
                .singleElement()
                .satisfies(
                        error -> assertThat(error).contains("database.password").doesNotContain("secret"));
    }

    @Test
    void shouldNotPrintThePassword() {
        Map<String, String> settings = right();
        settings.put("database.password", "secret");

        assertThat(SinkConfig.of(settings).toString()).doesNotContain("secret");
    }

    @Test
    void shouldGiveEveryTaskTheSameSettingsAndItsNumber() {
        connector.start(right());

        assertThat(connector.taskConfigs(3)).isEqualTo(List.of(ofTask("0"), ofTask("1"), ofTask("2")));
    }

    private static Map<String, String> ofTask(String number) {
        Map<String, String> settings = right();
        settings.put("task.number", number);
        return settings;
    }

    @Test
    void shouldHaveItsSettingsAndTopicsInTheDocumentation() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "SINK.md"));

        assertThat(connector.config().names())
                .allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
        assertThat(Table.BY_TOPIC)
                .allSatisfy(
                        (topic, table) -> assertThat(page).contains("| `" + topic + "` | `" + table.name() + "` |"));
    }

    private static Map<String, String> right() {
        return new HashMap<>(Map.of(
                "name", "reporting",
                "topics", "core.incident,analyst.hotspot",
                "database.url", "jdbc:postgresql://localhost:5432/lamplight",
                "database.user", "lamplight"));
    }

    private Map<String, List<String>> errors(Map<String, String> settings) {
        return connector.validate(settings).configValues().stream()
                .filter(value -> !value.errorMessages().isEmpty())
                .collect(Collectors.toMap(ConfigValue::name, ConfigValue::errorMessages));
    }
}
