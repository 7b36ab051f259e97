package org.lamplight.local.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.local.Platform;
import org.lamplight.local.Programs;
import org.lamplight.local.access.Principals;
import org.lamplight.local.parts.Monitoring;
import org.lamplight.monitoring.Metric;

/** What is scraped from the demo, and what alerts and the dashboard ask for. */
@ExtendWith(DemoDatabase.Filled.class)
class MetricsTest {
    private static final Path RULES = Path.of("../ops/prometheus/lamplight.rules.yml");
    private static final Path RULES_TEST = Path.of("../ops/prometheus/lamplight.rules.test.yml");
    private static final Path DASHBOARD = Path.of("../ops/grafana/lamplight.json");

    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_][a-zA-Z0-9_]*)[{ ]");
    private static final Pattern NAMED =
            Pattern.compile("\\b(?:lamplight|kafka|hikaricp|jvm|process|system)_[a-z0-9_]+");
    /** How many series one process shows at most: far fewer than its MBeans. */
    private static final int MOST_SERIES = 600;

    private static Platform platform;

    @BeforeAll
    static void start(DemoDatabase demo) {
        platform = demo.start();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void shouldShowEveryMetricThatIsListed() {
        Set<String> listed = Monitoring.catalogue().stream().map(Metric::name).collect(Collectors.toSet());

        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(names(scrape())).containsAll(listed));
    }

    @Test
    void shouldShowWhatAlertsAndTheDashboardAskFor() throws Exception {
        Set<String> asked = new TreeSet<>();
        for (Path file : List.of(RULES, DASHBOARD)) {
            NAMED.matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .forEach(asked::add);
        }

        assertThat(asked).hasSizeGreaterThan(20);
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(names(scrape())).containsAll(asked));
    }

    @Test
    void shouldShowFewSeries() throws Exception {
        String scrape = scrape();

        assertThat(SAMPLE.matcher(scrape).results()).hasSizeLessThan(MOST_SERIES);
        assertThat(scrape).doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}");
    }

    @Test
    void shouldTellTheNumbersOfTheTables(DemoDatabase demo) throws Exception {
        String reports = Jdbi.create(demo.as(Principals.ANALYST))
                .withHandle(handle -> handle.createQuery(
                                "select incidents from analyst.feed_health where source = 'streetsafe'")
                        .mapTo(String.class)
                        .one());

        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(scrape())
                        .contains("lamplight_source_reports{source=\"streetsafe\"} " + reports + ".0"));
    }

    @Test
    void shouldPassTheToolOfPrometheus(@TempDir Path directory) throws Exception {
        promtool("check", "rules", RULES.toString());
        promtool("test", "rules", RULES_TEST.toString());
        promtool("check", "rules", dashboardAsRules(directory).toString());
    }

    /** A dashboard's expressions are checked by nobody else before somebody looks at it. */
    private static Path dashboardAsRules(Path directory) throws IOException {
        List<Map<String, String>> rules = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        for (JsonNode panel : json.readTree(DASHBOARD.toFile()).get("panels")) {
            for (JsonNode target : panel.get("targets")) {
                rules.add(Map.of(
                        "record",
                        "panel_" + rules.size(),
                        "expr",
                        target.get("expr").asText()));
            }
        }
        assertThat(rules).hasSizeGreaterThan(15);
        // JSON is YAML, too.
        Path file = directory.resolve("dashboard.json");
        json.writeValue(file.toFile(), Map.of("groups", List.of(Map.of("name", "dashboard", "rules", rules))));
        return file;
    }

    private static void promtool(String... arguments) {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        try {
            Programs.run(Path.of("."), Map.of(), command.toArray(String[]::new));
        } catch (IOException e) {
            abort("promtool is not installed: apt install prometheus");
        }
    }

    private static Set<String> names(String scrape) {
        return SAMPLE.matcher(scrape).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static String scrape() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(platform.monitoring().resolve("/metrics"))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
