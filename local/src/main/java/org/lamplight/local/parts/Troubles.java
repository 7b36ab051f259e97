package org.lamplight.local.parts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamplight.monitoring.Metric;
import org.lamplight.monitoring.Sample;
import org.lamplight.release.webhook.Webhooks;

/**
 * What does not work at the moment, though everything runs.
 *
 * @param byPart sentences about each part
 */
public record Troubles(Map<String, List<String>> byPart) {
    static final Metric METRIC = Metric.gauge(
            "lamplight_troubles",
            "What does not work at the moment, as lamplight up shows it: how many sentences.",
            "part");

    /** Of those who know. */
    public static Troubles of(Supervisor connectors, ReleaseSchedule releases, Optional<Webhooks> webhooks) {
        Map<String, List<String>> byPart = new LinkedHashMap<>();
        byPart.put("connectors", connectors.troubles());
        byPart.put("releases", releases.troubles());
        byPart.put("webhooks", webhooks.map(Webhooks::troubles).orElse(List.of()));
        return new Troubles(byPart);
    }

    /** For people. */
    public List<String> sentences() {
        return byPart.values().stream().flatMap(List::stream).toList();
    }

    /** For monitoring, which gets no sentence. */
    public List<Sample> samples() {
        return byPart.entrySet().stream()
                .map(part -> METRIC.of(part.getValue().size(), part.getKey()))
                .toList();
    }
}
