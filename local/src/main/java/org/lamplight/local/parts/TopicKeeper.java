package org.lamplight.local.parts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.lamplight.schemas.Erasure;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;

/** Makes the topics of the catalogue, and says where those that exist differ from it. */
public final class TopicKeeper {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Admin admin;
    private final Collection<Topic<?>> catalogue;
    private final short replicationFactor;
    private final Erasure erasure;

    /**
     * Works on a cluster.
     *
     * @param admin a client of the cluster
     * @param catalogue the topics that must exist, beside that of the dead letters
     * @param replicationFactor copies of each partition of new topics; -1 for the cluster's default
     * @param erasure by when overwritten records are gone
     */
    public TopicKeeper(Admin admin, Collection<Topic<?>> catalogue, short replicationFactor, Erasure erasure) {
        this.admin = admin;
        this.catalogue = catalogue;
        this.erasure = erasure;
        this.replicationFactor = replicationFactor;
    }

    /**
     * Makes what is missing and waits until every partition answers. What exists is left as it is.
     *
     * @return a sentence for each setting in which an existing topic differs from the catalogue
     * @throws StartException if the cluster refuses or does not answer
     */
    public List<String> keep() {
        return asking(() -> {
            create(absent());
            awaitPartitions(topics());
            return differences(topics()).stream()
                    .map(difference -> difference.words() + "; it is left as it is.")
                    .toList();
        });
    }

    /** The topics that must exist. */
    public List<String> names() {
        return topics().stream().map(NewTopic::name).toList();
    }

    /**
     * Those of them that do not.
     *
     * @throws StartException if the cluster refuses or does not answer
     */
    public List<String> missing() {
        return asking(() -> absent().stream().map(NewTopic::name).toList());
    }

    /**
     * Where those that exist differ from the catalogue.
     *
     * @throws StartException if the cluster refuses or does not answer
     */
    public List<Difference> differences() {
        return asking(() -> {
            List<NewTopic> absent = absent();
            return differences(
                    topics().stream().filter(topic -> !absent.contains(topic)).toList());
        });
    }

    /**
     * A setting of a topic that is not as the catalogue says.
     *
     * @param topic the topic
     * @param setting the setting, by Kafka's name
     * @param wanted what the catalogue says
     * @param found what is set
     */
    public record Difference(String topic, String setting, String wanted, String found) {
        /** For people, without a full stop. */
        public String words() {
            return "Topic %s has %s = %s where the catalogue says %s".formatted(topic, setting, found, wanted);
        }
    }

    private List<NewTopic> absent() throws ExecutionException, InterruptedException {
        Set<String> existing = admin.listTopics().names().get();
        return topics().stream()
                .filter(topic -> !existing.contains(topic.name()))
                .toList();
    }

    private static <T> T asking(Callable<T> question) {
        try {
            return question.call();
        } catch (ExecutionException e) {
            throw new StartException(
                    "The topics cannot be made or checked: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("Interrupted while topics were being made.", e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Kafka's clients throw nothing else.", e);
        }
    }

    private List<NewTopic> topics() {
        NewTopic deadLetters = new NewTopic(Topics.DEAD_LETTER, Optional.of(1), Optional.of(replicationFactor))
                .configs(Topics.DEAD_LETTER_CLEANUP.settings(erasure));
        return Stream.concat(
                        catalogue.stream().map(topic -> topic.toNewTopic(replicationFactor, erasure)),
                        Stream.of(deadLetters))
                .toList();
    }

    private void create(List<NewTopic> missing) throws ExecutionException, InterruptedException {
        for (KafkaFuture<Void> created : admin.createTopics(missing).values().values()) {
            try {
                created.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    /** A topic is announced before its leaders are in place; a client that is too fast would lose its first sends. */
    private void awaitPartitions(List<NewTopic> topics) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> partitions = topics.stream()
                .flatMap(topic -> IntStream.range(0, topic.numPartitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                admin.listOffsets(partitions, new ListOffsetsOptions().timeoutMs((int) PATIENCE.toMillis()))
                        .all()
                        .get();
                return;
            } catch (ExecutionException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    private List<Difference> differences(List<NewTopic> topics) throws ExecutionException, InterruptedException {
        List<String> names = topics.stream().map(NewTopic::name).toList();
        Map<String, TopicDescription> described =
                admin.describeTopics(names).allTopicNames().get();
        Map<String, Config> configured = new HashMap<>();
        admin.describeConfigs(names.stream().map(TopicKeeper::resource).toList())
                .all()
                .get()
                .forEach((resource, config) -> configured.put(resource.name(), config));
        List<Difference> differences = new ArrayList<>();
        for (NewTopic topic : topics) {
            int partitions = described.get(topic.name()).partitions().size();
            add(
                    differences,
                    topic,
                    "partitions",
                    Integer.toString(topic.numPartitions()),
                    Integer.toString(partitions));
            topic.configs()
                    .forEach((name, value) -> add(
                            differences,
                            topic,
                            name,
                            value,
                            configured.get(topic.name()).get(name).value()));
        }
        return differences;
    }

    private static void add(List<Difference> differences, NewTopic topic, String setting, String wanted, String found) {
        if (!wanted.equals(found)) {
            differences.add(new Difference(topic.name(), setting, wanted, found));
        }
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
