package org.lamplight.local.privacy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.lamplight.local.parts.StartException;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topic.Cleanup.Compact;
import org.lamplight.schemas.Topics;

/** Sees to it that quiet partitions are compacted too ({@link org.lamplight.schemas.Erasure}). */
public final class Sweep {
    /** The topics of the catalogue that are compacted. */
    public static final List<Topic<?>> COMPACTED = Topics.ALL.stream()
            .filter(topic -> topic.cleanup() instanceof Compact)
            .toList();

    private final Map<String, String> client;
    private final String applicationId;

    /**
     * Does nothing yet.
     *
     * @param client settings of a client that logs in to the cluster as {@code retention}
     * @param applicationId how the names of the streams application's own topics begin
     */
    Sweep(Map<String, String> client, String applicationId) {
        this.client = client;
        this.applicationId = applicationId;
    }

    /** Sweeps every partition of every topic that is compacted or the streams application's own. */
    void run() {
        List<TopicPartition> partitions;
        try (Admin admin = Admin.create(new HashMap<>(client))) {
            partitions = partitions(admin);
        } catch (ExecutionException e) {
            throw new StartException(
                    "Kafka does not say which topics there are: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("Interrupted while topics were being swept.", e);
        }
        try (Tombstones writer = new Tombstones(client, "sweep")) {
            writer.sweep(partitions);
        }
    }

    private List<TopicPartition> partitions(Admin admin) throws ExecutionException, InterruptedException {
        Set<String> compacted = Stream.concat(COMPACTED.stream().map(Topic::name), Stream.of(Topics.DEAD_LETTER))
                .collect(Collectors.toSet());
        List<String> swept = admin.listTopics().names().get().stream()
                .filter(topic -> compacted.contains(topic) || topic.startsWith(applicationId + "-"))
                .toList();
        return admin.describeTopics(swept).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }
}
