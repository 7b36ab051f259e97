package org.lamplight.local.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.ingest.mapping.Mapping;
import org.lamplight.local.Progress;
import org.lamplight.local.parts.StartException;
import org.lamplight.local.privacy.HeldReports.Held;
import org.lamplight.local.privacy.Tombstones.Tombstone;
import org.lamplight.schemas.Removal;
import org.lamplight.schemas.Topics;

/** Erases reports of a source, and sees to it that they are not taken should they come again. */
public final class Withdrawal {
    private final Mapping mapping;
    private final Map<String, String> client;
    private final Progress progress;

    /**
     * Does nothing yet.
     *
     * @param mapping the source's mapping
     * @param client settings of a client that logs in to the cluster as {@code retention}
     * @param progress hears how far it is
     */
    public Withdrawal(Mapping mapping, Map<String, String> client, Progress progress) {
        this.mapping = mapping;
        this.client = client;
        this.progress = progress;
    }

    /**
     * Erases them.
     *
     * @param reportIds pseudonyms
     * @return those of which something was held, in their order
     * @throws StartException if Kafka does not answer; then none is erased
     */
    public List<String> erase(Collection<String> reportIds) {
        String intake = mapping.kind().topic().name();
        Map<String, String> idsByKey = new HashMap<>();
        Map<Place, Tombstone> tombstones = new LinkedHashMap<>();
        for (String id : reportIds) {
            String key = mapping.source() + "/" + id;
            idsByKey.put(key, id);
            // Dead letters of the sink have the key of core.incident.
            idsByKey.put(id, id);
            add(tombstones, new Tombstone(intake, null, key));
        }
        List<Held> held = new HeldReports(client, progress)
                .read(List.of(intake, Topics.DEAD_LETTER)).stream()
                        .filter(found -> idsByKey.containsKey(found.key()))
                        .toList();
        held.forEach(found -> add(
                tombstones,
                new Tombstone(found.partition().topic(), found.partition().partition(), found.key())));
        try (Tombstones writer = new Tombstones(client, "withdraw")) {
            writer.write(tombstones.values(), Removal.ERASED);
        }
        List<String> known = new ArrayList<>(reportIds);
        known.retainAll(held.stream().map(found -> idsByKey.get(found.key())).toList());
        return known;
    }

    private record Place(String topic, String key) {}

    /** Where a report is held goes before where it would be. */
    private static void add(Map<Place, Tombstone> tombstones, Tombstone tombstone) {
        tombstones.put(new Place(tombstone.topic(), tombstone.key()), tombstone);
    }
}
