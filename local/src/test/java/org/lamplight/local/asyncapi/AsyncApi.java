package org.lamplight.local.asyncapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.access.Principal;
import org.lamplight.local.access.Principals;
import org.lamplight.release.PartnerTopics;
import org.lamplight.schemas.ReleasedTrend;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topic.Cleanup.Delete;
import org.lamplight.schemas.Topics;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Makes docs/asyncapi.yaml from the topic catalogue and the Avro schema. */
final class AsyncApi {
    private static final String BINDING = "0.5.0";
    private static final String HEADING = """
            # What a partner's program reads, for tools (https://www.asyncapi.com). Made from the topic catalogue and
            # schemas/src/main/avro/ReleasedTrend.avsc; a test keeps them equal. SUBSCRIBE.md says it for people.
            """;

    private static final String DESCRIPTION = """
            Counts of reports about community safety, made safe for partners and released for closed periods. Every release is one \
            transaction: read with isolation level read_committed. A row is a fact that is never overwritten; where two rows have the \
            same area, category, period and first day, the one with the higher revision stands. Values are Avro in the Confluent wire \
            format: a zero byte, the id of the schema in four bytes, the record.""";

    private AsyncApi() {}

    /** The whole document. */
    static String document(AreaBook book) {
        PartnerTopics topics = PartnerTopics.of(book);
        Map<String, Object> channels = new LinkedHashMap<>();
        Map<String, Object> operations = new LinkedHashMap<>();
        topics.byRecipient().values().forEach(topic -> {
            channels.put(partner(topic), channel(topic));
            operations.put("receive-" + partner(topic), operation(topic, book));
        });
        return HEADING
                + yaml().dump(map(
                        "asyncapi",
                        "3.1.0",
                        "info",
                        info(),
                        "servers",
                        Map.of("lamplight", server()),
                        "channels",
                        channels,
                        "operations",
                        operations,
                        "components",
                        map("messages", Map.of("releasedTrend", message()), "securitySchemes", logins())));
    }

    private static Map<String, Object> info() {
        return map(
                "title",
                "Lamplight releases",
                "version",
                "1.0.0",
                "description",
                DESCRIPTION,
                "license",
                map("name", "Apache 2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0"));
    }

    private static Map<String, Object> server() {
        return map(
                "host",
                "{host}:{port}",
                "protocol",
                "kafka-secure",
                "description",
                "Lamplight's listener for partners: TLS, and a login for each of them.",
                "variables",
                map(
                        "host", map("default", "127.0.0.1"),
                        "port", map("default", "9094")),
                "security",
                List.of(ref("securitySchemes/password"), ref("securitySchemes/certificate")),
                "bindings",
                kafka(
                        "schemaRegistryUrl", "http://127.0.0.1:8081",
                        "schemaRegistryVendor", "confluent"));
    }

    private static Map<String, Object> channel(Topic<ReleasedTrend> topic) {
        return map(
                "address", topic.name(),
                "description", covers(topic),
                "messages", Map.of("releasedTrend", ref("messages/releasedTrend")),
                "bindings",
                        kafka(
                                "topic", topic.name(),
                                "partitions", topic.partitions(),
                                "topicConfiguration",
                                        map("cleanup.policy", List.of("delete"), "retention.ms", retention(topic))));
    }

    private static long retention(Topic<?> topic) {
        return ((Delete) topic.cleanup())
                .retention()
                .map(time -> time.toMillis())
                .orElse(-1L);
    }

    private static Map<String, Object> operation(Topic<ReleasedTrend> topic, AreaBook book) {
        return map(
                "action",
                "receive",
                "channel",
                Map.of("$ref", "#/channels/" + partner(topic)),
                "summary",
                "Receive every release. " + covers(topic),
                "bindings",
                kafka(
                        "groupId",
                        map(
                                "type", "string",
                                "pattern", "^" + readers(topic, book) + "\\..+$",
                                "description", "A consumer group's name begins with the login's and a dot.")));
    }

    private static Map<String, Object> message() {
        Schema schema = ReleasedTrend.getClassSchema();
        return map(
                "name", schema.getName(),
                "title", "One area, category and closed period",
                "summary", schema.getDoc(),
                "contentType", "application/vnd.apache.avro",
                "headers",
                        map(
                                "type",
                                "object",
                                "properties",
                                map(
                                        "lamplight.release", text("Id of the release, in UTF-8."),
                                        "lamplight.revision", text("The revision in digits: 1, or 2 for the last."))),
                "payload",
                        map("schemaFormat", "application/vnd.apache.avro+yaml;version=1.9.0", "schema", plain(schema)),
                "bindings",
                        kafka(
                                "key", text("area/category/period/firstDay/revision, in UTF-8."),
                                "schemaIdLocation", "payload",
                                "schemaIdPayloadEncoding", "confluent",
                                "schemaLookupStrategy", "TopicNameStrategy"));
    }

    private static Map<String, Object> logins() {
        return map(
                "password", map("type", "scramSha512", "description", "SASL/SCRAM-SHA-512 over TLS."),
                "certificate", map("type", "X509", "description", "Mutual TLS, where the operator has chosen it."));
    }

    private static String covers(Topic<ReleasedTrend> topic) {
        return topic.equals(Topics.PARTNER_COUNTY) ? "The force area." : "The council and its wards.";
    }

    private static String partner(Topic<ReleasedTrend> topic) {
        return topic.name().split("\\.", -1)[1];
    }

    /** Who may read a topic, as a regular expression. */
    private static String readers(Topic<?> topic, AreaBook book) {
        return Principals.councils(book).values().stream()
                .filter(council -> council.grants().stream()
                        .anyMatch(grant -> grant.resource().name().equals(topic.name())))
                .map(Principal::name)
                .collect(Collectors.joining("|", "(", ")"));
    }

    private static Map<String, Object> kafka(Object... binding) {
        Map<String, Object> versioned = map(binding);
        versioned.put("bindingVersion", BINDING);
        return Map.of("kafka", versioned);
    }

    private static Map<String, Object> text(String description) {
        return map("type", "string", "description", description);
    }

    private static Map<String, Object> ref(String component) {
        return Map.of("$ref", "#/components/" + component);
    }

    /** In the order that is written. */
    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static Map<String, Object> plain(Schema schema) {
        try {
            return new ObjectMapper()
                    .readValue(schema.toString(), new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A schema is JSON.", e);
        }
    }

    private static Yaml yaml() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setWidth(120);
        return new Yaml(options);
    }
}
