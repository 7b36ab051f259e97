package org.lamplight.local.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.access.KafkaAccess;
import org.lamplight.local.access.Principals;
import org.lamplight.local.access.Step;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.parts.TopicKeeper;
import org.lamplight.release.PartnerTopics;
import org.lamplight.schemas.Topic;
import org.lamplight.streams.StreamsSettings;

/** Of the Kafka cluster. */
final class KafkaChecks {
    private static final String METADATA = "metadata.version";
    /** That of Kafka 4.0. */
    private static final short OLDEST = 25;

    private static final String TRANSACTIONS = "transaction.version";
    private static final short WANTED_TRANSACTIONS = 2;

    private final Admin admin;
    private final LamplightConfig config;
    private final AreaBook book;
    private final Clock clock;

    /** With a client that may do anything on the cluster. */
    KafkaChecks(Admin admin, LamplightConfig config, AreaBook book, Clock clock) {
        this.admin = admin;
        this.config = config;
        this.book = book;
        this.clock = clock;
    }

    List<Check> all() {
        return List.of(
                new Check("Kafka", this::version),
                new Check(TRANSACTIONS, this::transactions),
                new Check("topics", this::topics),
                new Check("access", this::access),
                new Check("streams", this::streams),
                new Check("clock of Kafka", this::time));
    }

    private String version(List<Finding> findings) throws Exception {
        short level = level(METADATA);
        int brokers = admin.describeCluster().nodes().get().size();
        if (level < OLDEST) {
            findings.add(new Finding(
                    "The cluster runs with metadata.version " + level + "; Lamplight needs Kafka 4.0 or newer.",
                    "Upgrade the brokers, then: kafka-features.sh upgrade --release-version 4.3"));
        }
        return "metadata.version " + level + ", brokers: " + brokers;
    }

    private String transactions(List<Finding> findings) throws Exception {
        short level = level(TRANSACTIONS);
        if (level < WANTED_TRANSACTIONS) {
            findings.add(new Finding(
                    "The cluster has transaction.version " + level
                            + ": a producer that was cut off can leave records in the next transaction.",
                    "kafka-features.sh upgrade --feature transaction.version=2"));
        }
        return Short.toString(level);
    }

    private String topics(List<Finding> findings) {
        TopicKeeper keeper = new TopicKeeper(
                admin,
                PartnerTopics.catalogue(book),
                config.kafka().replicationFactor(),
                config.retention().erasure());
        keeper.missing()
                .forEach(topic -> findings.add(new Finding(
                        "There is no topic " + topic + ".",
                        "lamplight up makes it; on a cluster elsewhere, lamplight access apply first.")));
        keeper.differences()
                .forEach(difference -> findings.add(new Finding(
                        difference.words() + ".",
                        "kafka-configs.sh --alter --entity-type topics --entity-name %s --add-config %s=%s"
                                .formatted(difference.topic(), difference.setting(), difference.wanted()))));
        return keeper.names().size() + " in the catalogue";
    }

    private String access(List<Finding> findings) {
        List<Step> steps = new KafkaAccess(admin, Principals.of(book)).steps();
        steps.forEach(step -> findings.add(new Finding(
                step.action() == Step.Action.ADD
                        ? "%s may not: %s.".formatted(step.principal(), step.detail())
                        : "%s may, and should not: %s.".formatted(step.principal(), step.detail()),
                config.kafka().place().embedded() ? "Start Lamplight again." : "lamplight access apply")));
        return "rights of " + Principals.of(book).size() + " principals";
    }

    private String streams(List<Finding> findings) throws Exception {
        ConsumerGroupDescription group = admin.describeConsumerGroups(List.of(StreamsSettings.APPLICATION_ID))
                .all()
                .get()
                .get(StreamsSettings.APPLICATION_ID);
        if (group.members().isEmpty()) {
            findings.add(
                    new Finding(
                            "No streams application is at work: nothing is counted.",
                            "Start lamplight streams, or lamplight up with streams.run = embedded; streams.log says why it ended."));
        }
        return "members of its group: " + group.members().size();
    }

    /** Brokers do not tell the time; but a record that they stamped is of the past. */
    private String time(List<Finding> findings) throws Exception {
        Set<String> there = admin.listTopics().names().get();
        Instant newest = newest(PartnerTopics.catalogue(book).stream()
                .filter(topic -> there.contains(topic.name()))
                .toList());
        Duration ahead = Duration.between(clock.instant(), newest);
        if (ahead.compareTo(Clocks.MOST) > 0) {
            findings.add(Clocks.finding("The broker", ahead));
        }
        return newest.equals(Instant.EPOCH) ? "no record yet" : "newest record of " + newest;
    }

    private Instant newest(Collection<Topic<?>> topics) throws Exception {
        Map<TopicPartition, OffsetSpec> partitions = topics.stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.maxTimestamp()));
        long newest = admin.listOffsets(partitions).all().get().values().stream()
                .mapToLong(ListOffsetsResultInfo::timestamp)
                .max()
                .orElse(0);
        return Instant.ofEpochMilli(Math.max(newest, 0));
    }

    private short level(String feature) throws Exception {
        FeatureMetadata features = admin.describeFeatures().featureMetadata().get();
        return features.finalizedFeatures().containsKey(feature)
                ? features.finalizedFeatures().get(feature).maxVersionLevel()
                : 0;
    }
}
