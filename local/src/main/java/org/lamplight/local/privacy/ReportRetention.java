package org.lamplight.local.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lamplight.ingest.mapping.Kind;
import org.lamplight.local.Progress;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.privacy.HeldReports.Held;
import org.lamplight.local.privacy.Tombstones.Tombstone;
import org.lamplight.schemas.Removal;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;

/** Removes reports that were last received longer ago than their source's retention, and old dead letters. */
final class ReportRetention {
    private static final String INTAKE = "reports";

    private final Map<String, Duration> bySource;
    /** For sources that are no longer configured. */
    private final Map<String, Duration> byTopic = new HashMap<>();

    private final Map<String, String> client;
    private final Progress progress;

    ReportRetention(LamplightConfig config, Map<String, String> client, Progress progress) {
        this.bySource = new Inventory(config).retentions();
        for (Topic<?> topic : Topics.INTAKE) {
            byTopic.put(topic.name(), Kind.of(topic).retention());
        }
        this.client = client;
        this.progress = progress;
    }

    private record Place(String source, String store, Duration olderThan) {}

    /** Removes what is too old now, or only counts it. */
    List<Removed> run(Instant now, boolean dryRun) {
        Map<Place, Long> counts = new HashMap<>();
        List<Tombstone> tombstones = new ArrayList<>();
        for (Held held : new HeldReports(client, progress).read(topics())) {
            Place place = place(held);
            if (held.at().isBefore(now.minus(place.olderThan()))) {
                counts.merge(place, 1L, Long::sum);
                tombstones.add(
                        new Tombstone(held.partition().topic(), held.partition().partition(), held.key()));
            }
        }
        if (!dryRun && !tombstones.isEmpty()) {
            try (Tombstones writer = new Tombstones(client, "expired")) {
                writer.write(tombstones, Removal.EXPIRED);
            }
        }
        return counts.entrySet().stream()
                .map(count -> new Removed(
                        count.getKey().source(),
                        count.getKey().store(),
                        count.getValue(),
                        count.getKey().olderThan()))
                .toList();
    }

    private static List<String> topics() {
        return Stream.concat(Topics.INTAKE.stream().map(Topic::name), Stream.of(Topics.DEAD_LETTER))
                .toList();
    }

    private Place place(Held held) {
        String topic = held.partition().topic();
        int slash = held.key().indexOf('/');
        String source = slash < 0 ? "" : held.key().substring(0, slash);
        return topic.equals(Topics.DEAD_LETTER)
                ? new Place(source, topic, Topics.REJECTED_RETENTION)
                : new Place(source, INTAKE, bySource.getOrDefault(source, byTopic.get(topic)));
    }
}
