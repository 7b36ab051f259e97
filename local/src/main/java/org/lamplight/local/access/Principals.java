package org.lamplight.local.access;

import static org.apache.kafka.common.acl.AclOperation.ALL;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;
import static org.lamplight.local.access.Grant.literal;
import static org.lamplight.local.access.Grant.prefixed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.acl.AclOperation;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.parts.Connectors;
import org.lamplight.local.parts.WorkerSettings;
import org.lamplight.local.privacy.Sweep;
import org.lamplight.local.privacy.Tombstones;
import org.lamplight.release.Cluster;
import org.lamplight.release.PartnerTopics;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;
import org.lamplight.streams.StreamsSettings;

/** Who reads and writes which topic: the one place that says so. What is not granted here is refused. */
public final class Principals {
    /** Makes topics and gives everybody their rights. May do anything, so nothing is granted to it. */
    public static final String ADMIN = "admin";
    /** Kafka Connect, with the sources. */
    public static final String CONNECT = "connect";
    /** The streams application. */
    public static final String STREAMS = "streams";
    /** The connector that writes the reporting database. */
    public static final String SINK = "sink";
    /** The job that releases to partners. */
    public static final String RELEASE = "release";
    /** Removes reports: what is too old, and what somebody withdraws. */
    public static final String RETENTION = "retention";
    /** Sends releases to webhooks; knows the database only. */
    public static final String WEBHOOKS = "webhooks";
    /** The HTTP service over the reporting views; knows the database only. */
    public static final String REPORTING = "reporting";
    /** Everybody, as far as the HTTP service lets them; nobody logs in as this. */
    public static final String PUBLIC = "public";
    /** Analysts of the police. */
    public static final String ANALYST = "analyst";
    /** The office of the police, fire and crime commissioner. */
    public static final String OPFCC = "opfcc";

    /** What the names of people look like who log in with a certificate, as a regular expression. */
    public static final String PEOPLE = ANALYST + "|" + OPFCC + "|council-[a-z0-9-]+";
    /** The parts of Lamplight that log in to Kafka. */
    public static final List<String> KAFKA_PARTS = List.of(ADMIN, CONNECT, STREAMS, SINK, RELEASE, RETENTION);
    /** The parts of Lamplight that log in to the reporting database, but for the owner of its tables. */
    public static final List<String> DATABASE_PARTS = List.of(SINK, RELEASE, RETENTION, WEBHOOKS, REPORTING);

    /** What people with a client of their own may use of each broker: plenty for a few readers, no flood. */
    private static final Map<String, Double> QUOTAS = Map.of(
            "consumer_byte_rate",
            2.0 * (1 << 20),
            "producer_byte_rate",
            64.0 * (1 << 10),
            "request_percentage",
            25.0,
            "controller_mutation_rate",
            1.0);

    private static final List<Topic<?>> LIVE =
            List.of(Topics.HOTSPOT, Topics.ALERT, Topics.TREND, Topics.OUTCOME, Topics.EVALUATION, Topics.FEED_HEALTH);
    /** Exact counts of areas and periods, without places. */
    private static final List<Topic<?>> COUNTS = List.of(Topics.TREND, Topics.OUTCOME, Topics.EVALUATION);

    private Principals() {}

    /** All but the administrator. */
    public static List<Principal> of(AreaBook book) {
        PartnerTopics partners = PartnerTopics.of(book);
        List<Principal> all = new ArrayList<>(List.of(
                connect(),
                streams(),
                sink(),
                release(partners),
                retention(),
                person(ANALYST, LIVE),
                person(OPFCC, COUNTS)));
        councils(partners, book.force()).values().forEach(all::add);
        return all;
    }

    /** The councils' principals by the code of the council. */
    public static Map<String, Principal> councils(AreaBook book) {
        return councils(PartnerTopics.of(book), book.force());
    }

    private static Map<String, Principal> councils(PartnerTopics partners, String force) {
        Map<String, Principal> councils = new LinkedHashMap<>();
        partners.byRecipient().forEach((recipient, topic) -> {
            if (!recipient.equals(force)) {
                councils.put(recipient, person(nameOf(topic), List.of(topic, Topics.PARTNER_COUNTY)));
            }
        });
        return councils;
    }

    /** The council's name stands in its topic's: partner.name.trend. */
    private static String nameOf(Topic<?> topic) {
        return "council-" + topic.name().split("\\.", -1)[1];
    }

    /**
     * Whether a name is one of those to whom rights are given here, also one that is no longer in use. The administrator
     * is not: who gives rights must not lose their own.
     */
    static boolean isOurs(String name) {
        return !name.equals(ADMIN) && (KAFKA_PARTS.contains(name) || name.matches(PEOPLE));
    }

    private static Principal connect() {
        return part(
                CONNECT,
                List.of(
                        on(Topics.INTAKE, WRITE),
                        on(List.of(Topics.REJECTED), WRITE),
                        List.of(
                                prefixed(TOPIC, WorkerSettings.TOPIC_PREFIX, ALL),
                                literal(GROUP, WorkerSettings.GROUP, READ),
                                // Of the worker that leads, and of each task of a source.
                                literal(TRANSACTIONAL_ID, "connect-cluster-" + WorkerSettings.GROUP, WRITE),
                                prefixed(TRANSACTIONAL_ID, WorkerSettings.GROUP + "-", WRITE))));
    }

    private static Principal streams() {
        String application = StreamsSettings.APPLICATION_ID;
        return part(
                STREAMS,
                List.of(
                        on(Topics.INTAKE, READ),
                        // Tombstones of what it refused.
                        on(Topics.INTAKE, WRITE),
                        on(List.of(Topics.REJECTED), READ),
                        on(List.of(Topics.INCIDENT), WRITE),
                        on(LIVE, WRITE),
                        List.of(
                                literal(TOPIC, Topics.DEAD_LETTER, WRITE),
                                // Repartition topics and changelogs, which it makes, trims and checks itself.
                                prefixed(TOPIC, application + "-", ALL),
                                literal(GROUP, application, READ),
                                prefixed(TRANSACTIONAL_ID, application + "-", WRITE))));
    }

    private static Principal sink() {
        return part(
                SINK,
                List.of(
                        on(Topics.TABLES, READ),
                        List.of(
                                literal(TOPIC, Topics.DEAD_LETTER, WRITE),
                                literal(GROUP, "connect-" + Connectors.SINK, READ),
                                // Connect takes its offsets away when somebody resets them.
                                literal(GROUP, "connect-" + Connectors.SINK, DELETE))));
    }

    private static Principal release(PartnerTopics partners) {
        return part(
                RELEASE,
                List.of(
                        on(List.copyOf(partners.byRecipient().values()), WRITE),
                        on(List.of(Topics.RELEASE_LOG), WRITE),
                        // Whether a release that was interrupted is out, and whether the database lacks reports.
                        on(List.of(Topics.RELEASE_LOG, Topics.INCIDENT), READ),
                        List.of(literal(TRANSACTIONAL_ID, Cluster.TRANSACTIONAL_ID, WRITE))));
    }

    /** It looks for reports by their keys, writes tombstones, and sweeps what is compacted. */
    private static Principal retention() {
        return part(
                RETENTION,
                List.of(
                        on(Topics.INTAKE, READ),
                        on(Sweep.COMPACTED, WRITE),
                        List.of(
                                literal(TOPIC, Topics.DEAD_LETTER, READ),
                                literal(TOPIC, Topics.DEAD_LETTER, WRITE),
                                prefixed(TOPIC, StreamsSettings.APPLICATION_ID + "-", WRITE),
                                prefixed(TRANSACTIONAL_ID, Tombstones.TRANSACTIONAL_IDS, WRITE))));
    }

    /** One who reads topics, in consumer groups whose names begin with its own and a dot. */
    private static Principal person(String name, List<Topic<?>> topics) {
        List<Grant> grants = new ArrayList<>(on(topics, READ));
        // A name has no dot, so nobody's groups can begin like another's.
        grants.add(prefixed(GROUP, name + ".", READ));
        return new Principal(name, grants, QUOTAS);
    }

    private static Principal part(String name, List<List<Grant>> grants) {
        return new Principal(name, grants.stream().flatMap(List::stream).toList(), Map.of());
    }

    private static List<Grant> on(List<Topic<?>> topics, AclOperation operation) {
        return topics.stream()
                .map(topic -> literal(TOPIC, topic.name(), operation))
                .toList();
    }
}
