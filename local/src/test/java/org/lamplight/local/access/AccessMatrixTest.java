package org.lamplight.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.schemas.Topics;

/** Lets everyone who has access try everything that there is to try, over TLS, with the password they were given. */
class AccessMatrixTest {
    private static final String NORTH = "council-north-northamptonshire";
    private static final String WEST = "council-west-northamptonshire";
    private static final Set<AclOperation> OF_A_TOPIC = EnumSet.of(
            AclOperation.READ,
            AclOperation.WRITE,
            AclOperation.CREATE,
            AclOperation.DELETE,
            AclOperation.ALTER,
            AclOperation.DESCRIBE,
            AclOperation.DESCRIBE_CONFIGS,
            AclOperation.ALTER_CONFIGS);
    private static final String COUNTY = "partner.county.trend";
    /** What people outside may read; nothing else of any topic. */
    private static final Map<String, Set<String>> READABLE = Map.of(
            NORTH,
            Set.of("partner.north-northamptonshire.trend", COUNTY),
            WEST,
            Set.of("partner.west-northamptonshire.trend", COUNTY),
            Principals.OPFCC,
            Set.of("analyst.trend", "analyst.outcome", "analyst.evaluation"),
            Principals.ANALYST,
            Set.of(
                    "analyst.hotspot",
                    "analyst.alert",
                    "analyst.trend",
                    "analyst.outcome",
                    "analyst.evaluation",
                    "analyst.feed-health"));

    @TempDir
    private static Path home;

    private static SecuredBroker broker;

    @BeforeAll
    static void start() {
        broker = new SecuredBroker(home, Clock.systemUTC(), "");
        broker.givePasswords();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void shouldLetPeopleDoNothingButReadTheirOwnTopics() {
        assertThat(READABLE.keySet())
                .as("everyone outside")
                .isEqualTo(broker.principals().stream()
                        .filter(principal -> !principal.isPart())
                        .map(Principal::name)
                        .collect(Collectors.toSet()));
        READABLE.forEach((principal, readable) -> {
            Map<String, Set<Attempt>> done = new TreeMap<>();
            Map<String, Set<Attempt>> expected = new TreeMap<>();
            try (Intruder intruder = new Intruder(broker.outside(principal), principal)) {
                for (String topic : broker.topics()) {
                    done.put(topic, intruder.whatWorksOn(topic));
                    expected.put(topic, readable.contains(topic) ? Attempt.OF_A_READER : Set.of());
                }
                assertThat(done).as(principal).isEqualTo(expected);
                assertThat(intruder.visibleTopics()).isEqualTo(readable);
            }
            long allowed = done.values().stream().mapToLong(Set::size).sum();
            System.out.printf(
                    "[access] %-31s %d topics x %d operations: %d done, %d refused%n",
                    principal,
                    done.size(),
                    Attempt.values().length,
                    allowed,
                    (long) done.size() * Attempt.values().length - allowed);
        });
    }

    @Test
    void shouldRefuseGroupsOfOthersTransactionsAndNewTopics() {
        List<String> groups = List.of(
                "lamplight-streams",
                "lamplight-connect",
                "connect-reporting",
                WEST + ".reader",
                "analyst.reader",
                NORTH);
        List<String> transactions = List.of(
                "lamplight-streams-0",
                "lamplight-connect-source-retail-0",
                "connect-cluster-lamplight-connect",
                "lamplight-release",
                NORTH + ".0",
                "x");
        List<String> topics = List.of(
                "x",
                "partner.x",
                "partner.north-northamptonshire.trend.x",
                "analyst.x",
                "intake.x",
                "lamplight-streams-x-changelog",
                NORTH + ".x");
        try (Intruder intruder = new Intruder(broker.outside(NORTH), NORTH)) {
            assertThat(intruder.canJoin(NORTH + ".reader")).isTrue();
            assertThat(groups.stream().filter(intruder::canJoin)).isEmpty();
            assertThat(groups.stream().filter(intruder::canLookInto)).isEmpty();
            assertThat(groups.stream().filter(intruder::canMoveOffsetsOf)).isEmpty();
            assertThat(groups.stream().filter(intruder::canDeleteGroup)).isEmpty();
            assertThat(transactions.stream().filter(intruder::canBegin)).isEmpty();
            assertThat(topics.stream().filter(intruder::canCreate)).isEmpty();
            System.out.printf(
                    "[access] %s: 0 of %d groups of others, 0 of %d transactional ids, 0 of %d new topics%n",
                    NORTH, groups.size(), transactions.size(), topics.size());
        }
    }

    @Test
    void shouldRefuseEverythingOnTheCluster() {
        for (String principal : READABLE.keySet()) {
            try (Intruder intruder = new Intruder(broker.outside(principal), principal)) {
                assertThat(intruder.clusterWorks()).as(principal).isEmpty();
            }
        }
    }

    @Test
    void shouldGrantPartsWhatIsPlannedAndNoMore() {
        for (Principal part :
                broker.principals().stream().filter(Principal::isPart).toList()) {
            Map<String, Set<AclOperation>> planned = new TreeMap<>();
            Map<String, Set<AclOperation>> found = new TreeMap<>();
            try (Admin admin = Admin.create(broker.part(part.name()))) {
                for (String topic : broker.topics()) {
                    planned.put(topic, planned(part, topic));
                    found.put(topic, found(admin, topic));
                }
            }
            assertThat(found).as(part.name()).isEqualTo(planned);
        }
    }

    /** A topic that is added to the catalogue must be thought of here. */
    @Test
    void shouldGiveEveryTopicAWriterAndAReader() {
        List<String> forgotten = new ArrayList<>();
        for (String topic : broker.topics()) {
            boolean written = isGranted(topic, AclOperation.WRITE);
            // Dead letters are for the administrator to read.
            boolean read = topic.equals(Topics.DEAD_LETTER) || isGranted(topic, AclOperation.READ);
            if (!written || !read) {
                forgotten.add(topic);
            }
        }
        assertThat(forgotten).isEmpty();
    }

    private static boolean isGranted(String topic, AclOperation operation) {
        // The retention job reads and writes what it clears, so it is not whom a topic is for.
        return broker.principals().stream()
                .filter(principal -> !principal.name().equals(Principals.RETENTION))
                .anyMatch(principal -> planned(principal, topic).contains(operation));
    }

    /** With what Kafka understands a right to include. */
    private static Set<AclOperation> planned(Principal principal, String topic) {
        Set<AclOperation> operations = EnumSet.noneOf(AclOperation.class);
        principal.grants().stream().filter(grant -> isOn(grant, topic)).forEach(grant -> {
            operations.addAll(grant.operation() == AclOperation.ALL ? OF_A_TOPIC : Set.of(grant.operation()));
            operations.add(AclOperation.DESCRIBE);
        });
        return operations;
    }

    private static boolean isOn(Grant grant, String topic) {
        ResourcePattern resource = grant.resource();
        return resource.resourceType() == ResourceType.TOPIC
                && (resource.patternType() == PatternType.PREFIXED
                        ? topic.startsWith(resource.name())
                        : topic.equals(resource.name()));
    }

    private static Set<AclOperation> found(Admin admin, String topic) {
        try {
            return admin.describeTopics(List.of(topic), new DescribeTopicsOptions().includeAuthorizedOperations(true))
                    .topicNameValues()
                    .get(topic)
                    .get()
                    .authorizedOperations();
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(TopicAuthorizationException.class);
            return Set.of();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
