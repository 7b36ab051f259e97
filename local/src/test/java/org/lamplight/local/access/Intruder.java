package org.lamplight.local.access;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * One who logs in and tries what there is to try. An attempt works or is refused for lack of a right; any other failure
 * is one of the test.
 */
final class Intruder implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, Object> settings;
    private final String name;
    private final Admin admin;
    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<byte[], byte[]> reader;

    Intruder(Map<String, Object> settings, String name) {
        this.settings = settings;
        this.name = name;
        admin = Admin.create(settings);
        producer = new KafkaProducer<>(
                with(Map.of("enable.idempotence", "false")), new StringSerializer(), new StringSerializer());
        reader = consumer(Map.of());
    }

    Set<String> visibleTopics() {
        return Answers.await(admin.listTopics().names());
    }

    Set<Attempt> whatWorksOn(String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        TopicPartition partition = new TopicPartition(topic, 0);
        Map<Attempt, Callable<?>> attempts = new LinkedHashMap<>();
        attempts.put(
                Attempt.DESCRIBE,
                () -> admin.describeTopics(List.of(topic)).allTopicNames().get());
        attempts.put(Attempt.READ, () -> read(partition));
        attempts.put(
                Attempt.WRITE,
                () -> producer.send(new ProducerRecord<>(topic, 0, "k", "v")).get());
        attempts.put(
                Attempt.DESCRIBE_SETTINGS,
                () -> admin.describeConfigs(List.of(resource)).all().get());
        attempts.put(
                Attempt.ALTER_SETTINGS,
                () -> admin.incrementalAlterConfigs(Map.of(
                                resource,
                                List.of(new AlterConfigOp(
                                        new ConfigEntry("retention.ms", "1"), AlterConfigOp.OpType.SET))))
                        .all()
                        .get());
        attempts.put(
                Attempt.ADD_PARTITIONS,
                () -> admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(9)))
                        .all()
                        .get());
        attempts.put(
                Attempt.DELETE_RECORDS,
                () -> admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(1)))
                        .all()
                        .get());
        attempts.put(
                Attempt.DELETE, () -> admin.deleteTopics(List.of(topic)).all().get());
        Set<Attempt> worked = EnumSet.noneOf(Attempt.class);
        attempts.forEach((attempt, call) -> {
            if (works(call)) {
                worked.add(attempt);
            }
        });
        return worked;
    }

    boolean canJoin(String group) {
        try (KafkaConsumer<byte[], byte[]> member = consumer(Map.of("group.id", group))) {
            member.subscribe(List.of("partner.county.trend"));
            return works(() -> {
                long deadline = System.nanoTime() + PATIENCE.toNanos();
                while (member.assignment().isEmpty() && System.nanoTime() < deadline) {
                    member.poll(Duration.ofMillis(200));
                }
                return member.assignment();
            });
        }
    }

    boolean canLookInto(String group) {
        return works(() -> admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get());
    }

    boolean canMoveOffsetsOf(String group) {
        Map<TopicPartition, OffsetAndMetadata> offsets =
                Map.of(new TopicPartition("partner.county.trend", 0), new OffsetAndMetadata(0));
        return works(() -> admin.alterConsumerGroupOffsets(group, offsets).all().get());
    }

    boolean canDeleteGroup(String group) {
        return works(() -> admin.deleteConsumerGroups(List.of(group)).all().get());
    }

    boolean canBegin(String transactionalId) {
        try (KafkaProducer<String, String> transactional = new KafkaProducer<>(
                with(Map.of("transactional.id", transactionalId)), new StringSerializer(), new StringSerializer())) {
            return works(() -> {
                transactional.initTransactions();
                return true;
            });
        }
    }

    boolean canCreate(String topic) {
        return works(() -> admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1)))
                .all()
                .get());
    }

    /** What of the cluster's administration works, by name. */
    Set<String> clusterWorks() {
        ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, "1");
        AclBinding everything = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "*", PatternType.LITERAL),
                new AccessControlEntry("User:" + name, "*", AclOperation.ALL, AclPermissionType.ALLOW));
        var noQuota = new ClientQuotaAlteration(
                new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, name)),
                List.of(new ClientQuotaAlteration.Op("consumer_byte_rate", null)));
        var password = new UserScramCredentialUpsertion(
                "opfcc", new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), "taken-over");
        Map<String, Callable<?>> attempts = new LinkedHashMap<>();
        attempts.put(
                "grant itself a right",
                () -> admin.createAcls(List.of(everything)).all().get());
        attempts.put(
                "take rights away",
                () -> admin.deleteAcls(List.of(AclBindingFilter.ANY)).all().get());
        attempts.put(
                "list rights",
                () -> admin.describeAcls(AclBindingFilter.ANY).values().get());
        attempts.put(
                "lift its quota",
                () -> admin.alterClientQuotas(List.of(noQuota)).all().get());
        attempts.put(
                "list quotas",
                () -> admin.describeClientQuotas(ClientQuotaFilter.all())
                        .entities()
                        .get());
        attempts.put(
                "set a password",
                () -> admin.alterUserScramCredentials(List.of(password)).all().get());
        attempts.put(
                "list logins", () -> admin.describeUserScramCredentials().all().get());
        attempts.put(
                "read the broker's settings",
                () -> admin.describeConfigs(List.of(broker)).all().get());
        attempts.put(
                "alter the broker's settings",
                () -> admin.incrementalAlterConfigs(Map.of(
                                broker,
                                List.of(new AlterConfigOp(
                                        new ConfigEntry("log.retention.ms", "1"), AlterConfigOp.OpType.SET))))
                        .all()
                        .get());
        attempts.put(
                "read the quorum",
                () -> admin.describeMetadataQuorum().quorumInfo().get());
        attempts.put(
                "read log directories",
                () -> admin.describeLogDirs(List.of(1)).allDescriptions().get());
        attempts.put(
                "unregister the broker", () -> admin.unregisterBroker(1).all().get());
        attempts.put(
                "take over a transaction",
                () -> admin.fenceProducers(List.of("lamplight-streams-0")).all().get());
        return attempts.entrySet().stream()
                .filter(attempt -> works(attempt.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Collection<?> read(TopicPartition partition) {
        reader.assign(List.of(partition));
        reader.seek(partition, 0);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var records = reader.poll(Duration.ofMillis(200));
            if (!records.isEmpty()) {
                return records.records(partition);
            }
        }
        throw new AssertionError("Neither a record nor a refusal from " + partition);
    }

    private static boolean works(Callable<?> call) {
        try {
            call.call();
            return true;
        } catch (AuthorizationException e) {
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                return false;
            }
            throw new AssertionError(e);
        } catch (Exception e) { // whatever a client throws that is neither success nor refusal
            throw new AssertionError(e);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> more) {
        return new KafkaConsumer<>(with(more), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> with(Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(settings);
        all.putAll(more);
        return all;
    }

    @Override
    public void close() {
        reader.close();
        producer.close(Duration.ZERO);
        admin.close();
    }
}
