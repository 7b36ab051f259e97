package org.lamplight.local.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericData;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericDatumReader;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericDatumWriter;
import org.apache.flink.avro.shaded.org.apache.avro.io.DecoderFactory;
import org.apache.flink.avro.shaded.org.apache.avro.io.EncoderFactory;
import org.apache.flink.formats.avro.registry.confluent.ConfluentSchemaRegistryCoder;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.lamplight.local.NodeProject;
import org.lamplight.schemas.Hotspot;
import org.lamplight.schemas.ReleasedTrend;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;
import org.lamplight.schemas.registry.Compatibility;
import org.lamplight.schemas.registry.PublishedSchema;
import org.lamplight.schemas.registry.RegistryConfig;
import org.lamplight.schemas.registry.RegistryException;
import org.lamplight.schemas.registry.RegistrySetup;
import org.lamplight.schemas.registry.SchemaRegistry;
import org.lamplight.schemas.serde.AvroDeserializer;
import org.lamplight.schemas.serde.AvroSerializer;
import org.lamplight.schemas.serde.TopicSerdes;

/**
 * What a registry must do for the pipeline and for clients that others wrote. It runs against every registry that
 * Lamplight is used with. Where they differ, the suite asks for what all of them do:
 *
 * <ul>
 *   <li>Apicurio keeps a schema's text as it is sent, so the same schema with other white space gets another id; the
 *       embedded registry and Confluent's compare what Avro makes of it. Our serde always sends Avro's own text.
 *   <li>Apicurio's default level is NONE, the others' BACKWARD. {@link RegistrySetup} sets a level for every subject.
 *   <li>Apicurio gives the global level for a subject without one, where the others answer 40408; it refuses an unknown
 *       level with 400 instead of 42203, and has neither {@code /mode} nor {@code /schemas/ids/{id}/subjects}.
 * </ul>
 */
abstract class RegistryConformance {
    private final String topic = "conformance-" + UUID.randomUUID();
    private final String subject = topic + "-value";

    /** Where the registry under test is. */
    abstract String url();

    @Test
    void shouldBeMadeReadyForEveryTopicAgainAndAgain() {
        RegistrySetup.prepare(registry(), Topics.ALL);
        RegistrySetup.prepare(registry(), Topics.ALL);

        assertThat(Topics.ALL).allSatisfy(each -> {
            assertThat(registry().lookUp(each.subject(), PublishedSchema.of(each.schema())))
                    .isPositive();
            assertThat(rest().get("/config/" + each.subject())
                            .body()
                            .get("compatibilityLevel")
                            .asText())
                    .isEqualTo(RegistrySetup.levelOf(each.name()).name());
            assertThat(rest().get("/subjects/" + each.subject() + "/versions").body())
                    .hasToString("[1]");
        });
    }

    @Test
    void shouldGiveASchemaBackAsItWas() {
        Schema schema = PublishedSchema.of(Hotspot.getClassSchema());

        int id = registry().register(subject, schema);

        assertThat(registry().schema(id)).hasToString(schema.toString());
        assertThat(registry().register(subject, schema)).isEqualTo(id);
        assertThat(registry().register(topic + "-2-value", schema)).isEqualTo(id);
    }

    @Test
    void shouldRefuseAChangeThatBreaksReaders() {
        registry().setCompatibility(subject, Compatibility.FULL_TRANSITIVE);
        registry().register(subject, parse(Schemas.FIRST));
        registry().register(subject, parse(Schemas.SECOND));

        assertThatThrownBy(() -> registry().register(subject, parse(Schemas.BREAKING)))
                .isInstanceOfSatisfying(
                        RegistryException.class, e -> assertThat(e.status()).isEqualTo(409));
    }

    /** Partners upgrade when they like: what was released must be readable by older and by newer clients, for ever. */
    @Test
    void shouldRefuseToTakeFromPartnersWhatTheyRead() {
        Schema released = ReleasedTrend.getClassSchema();
        registry().setCompatibility(subject, RegistrySetup.levelOf(Topics.PARTNER_COUNTY.name()));
        registry().register(subject, PublishedSchema.of(released));
        Schema.Field text = new Schema.Field("addition", Schema.create(Schema.Type.STRING), "An addition.", "");
        Schema.Field required = new Schema.Field("addition", Schema.create(Schema.Type.STRING), "An addition.", null);
        Schema.Field number = new Schema.Field("addition", Schema.create(Schema.Type.LONG), "An addition.", 0L);

        registry().register(subject, changed(released, "", Optional.of(text)));

        assertThat(List.of(
                        changed(released, "area", Optional.empty()),
                        changed(released, "withheld", Optional.of(text)),
                        changed(released, "", Optional.of(required)),
                        // Gets on with the first version, but not with the second.
                        changed(released, "", Optional.of(number))))
                .allSatisfy(change -> assertThatThrownBy(() -> registry().register(subject, change))
                        .isInstanceOfSatisfying(
                                RegistryException.class,
                                e -> assertThat(e.status()).isEqualTo(409)));
    }

    /** The same record without a field, and with another. */
    private static Schema changed(Schema record, String without, Optional<Schema.Field> with) {
        List<Schema.Field> fields = record.getFields().stream()
                .filter(field -> !field.name().equals(without))
                .map(field -> new Schema.Field(field, field.schema()))
                .collect(Collectors.toCollection(ArrayList::new));
        with.ifPresent(field -> fields.add(new Schema.Field(field, field.schema())));
        return PublishedSchema.of(
                Schema.createRecord(record.getName(), record.getDoc(), record.getNamespace(), false, fields));
    }

    @Test
    void shouldSayWhatItDoesNotKnow() {
        registry().register(subject, parse(Schemas.FIRST));

        assertThatThrownBy(() -> registry().schema(1_000_000))
                .isInstanceOfSatisfying(
                        RegistryException.class, e -> assertThat(e.status()).isEqualTo(404));
        assertThatThrownBy(() -> registry().lookUp(subject, parse(Schemas.SECOND)))
                .isInstanceOfSatisfying(
                        RegistryException.class, e -> assertThat(e.status()).isEqualTo(404));
        assertThat(rest().get("/subjects/none/versions").errorCode()).isEqualTo(40401);
        assertThat(rest().get("/subjects/" + subject + "/versions/99").errorCode())
                .isEqualTo(40402);
        assertThat(rest().get("/schemas/ids/1000000").errorCode()).isEqualTo(40403);
        assertThat(rest().post("/subjects/" + subject + "/versions", "nonsense").errorCode())
                .isEqualTo(42201);
    }

    @Test
    void shouldCarryOurRecords() {
        Serde<Hotspot> serde = serde();

        byte[] bytes = serde.serializer().serialize(topic, hotspot());

        // Another serde, so that nothing is remembered.
        assertThat(serde().deserializer().deserialize(topic, bytes)).isEqualTo(hotspot());
    }

    @Test
    void shouldServeConfluentsJavaClient() throws IOException, RestClientException {
        SchemaRegistryClient client = confluent();
        AvroSchema schema = new AvroSchema(Schemas.FIRST);

        int id = client.register(subject, schema);
        client.updateCompatibility(subject, "BACKWARD");

        assertThat(confluent().getSchemaById(id)).isEqualTo(schema);
        assertThat(confluent().getId(subject, schema)).isEqualTo(id);
        assertThat(confluent().getLatestSchemaMetadata(subject).getVersion()).isEqualTo(1);
        assertThat(confluent().getAllVersions(subject)).containsExactly(1);
        assertThat(confluent().getAllSubjects()).contains(subject);
        assertThat(confluent().getCompatibility(subject)).isEqualTo("BACKWARD");
        assertThat(client.testCompatibility(subject, new AvroSchema(Schemas.BREAKING)))
                .isFalse();
        assertThat(client.testCompatibility(subject, new AvroSchema(Schemas.SECOND)))
                .isTrue();
        assertThatThrownBy(() -> client.register(subject, new AvroSchema(Schemas.BREAKING)))
                .isInstanceOfSatisfying(
                        RestClientException.class,
                        e -> assertThat(e.getStatus()).isEqualTo(409));
        assertThatThrownBy(() -> confluent().getLatestSchemaMetadata("none"))
                .isInstanceOfSatisfying(
                        RestClientException.class,
                        e -> assertThat(e.getStatus()).isEqualTo(404));
        assertThat(client.deleteSubject(subject)).containsExactly(1);
    }

    @Test
    void shouldLetUsReadWhatConfluentsClientWrote() throws IOException {
        var schema = new AvroSchema(Schemas.FIRST).rawSchema();
        var place = new GenericData.Record(schema);
        place.put("name", "A made-up place");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ConfluentSchemaRegistryCoder(subject, confluent()).writeSchema(schema, bytes);
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<>(schema).write(place, encoder);

        AvroDeserializer<GenericRecord> ours = new AvroDeserializer<>();
        ours.configure(settings(), false);

        assertThat(ours.deserialize(topic, bytes.toByteArray()).get("name")).hasToString("A made-up place");
    }

    @Test
    void shouldLetConfluentsClientReadWhatWeWrote() throws IOException {
        IndexedRecord place = new org.apache.avro.generic.GenericData.Record(parse(Schemas.FIRST));
        place.put(0, "A made-up place");
        AvroSerializer<IndexedRecord> ours = new AvroSerializer<>();
        ours.configure(settings(), false);

        var bytes = new ByteArrayInputStream(ours.serialize(topic, place));

        var schema = new ConfluentSchemaRegistryCoder(confluent()).readSchema(bytes);
        var decoder = DecoderFactory.get().directBinaryDecoder(bytes, null);
        GenericData.Record read = new GenericDatumReader<GenericData.Record>(schema).read(null, decoder);
        assertThat(read.get("name")).hasToString("A made-up place");
    }

    @Test
    void shouldServeTheJavaScriptClients() throws IOException {
        assumeThat(NodeProject.available()).as("Node.js and npm are installed").isTrue();
        byte[] bytes = serde().serializer().serialize(topic, hotspot());

        JsonNode clients = JavaScriptClients.use(url(), topic, bytes);

        assertThat(clients).hasSize(2).allSatisfy(client -> {
            assertThat(client.at("/read/cell").asText()).isEqualTo(hotspot().getCell());
            assertThat(client.at("/read/diskCount28").asLong())
                    .isEqualTo(hotspot().getDiskCount28());
            assertThat(client.get("sameId").asBoolean()).isTrue();
            assertThat(client.get("refusal").asInt()).isEqualTo(409);
            byte[] written = Base64.getDecoder().decode(client.get("written").asText());
            assertThat(serde().deserializer().deserialize(topic, written)).isEqualTo(hotspot());
        });
        assertThat(clients.at("/confluent/acceptsBreaking").asBoolean(true)).isFalse();
        assertThat(clients.at("/confluent/latest").asBoolean()).isTrue();
        assertThat(clients.at("/confluent/versions")).hasToString("[1]");
    }

    private Map<String, Object> settings() {
        return Map.of(RegistryConfig.URL, url());
    }

    private SchemaRegistry registry() {
        return SchemaRegistry.connect(new RegistryConfig(settings()));
    }

    private Serde<Hotspot> serde() {
        Topic<Hotspot> hotspots = Topics.HOTSPOT;
        return new TopicSerdes(settings()).valueSerde(hotspots);
    }

    private SchemaRegistryClient confluent() {
        return new CachedSchemaRegistryClient(url(), 100);
    }

    private Rest rest() {
        return new Rest(url());
    }

    private static Schema parse(String text) {
        return new Schema.Parser().parse(text);
    }

    private static Hotspot hotspot() {
        return Hotspot.newBuilder()
                .setForce("E23000022")
                .setCategory("streetsafe.place")
                .setCell("881958a6b1fffff")
                .setResolution(8)
                .setLatitude(52.24)
                .setLongitude(-0.9)
                .setAsOf(LocalDate.of(2026, 1, 5))
                .setCellCount7(1)
                .setCellCount28(4)
                .setCellCount56(9)
                .setDiskCount7(2)
                .setDiskCount28(11)
                .setDiskCount56(20)
                .setIntensity(12.5)
                .setRank(3)
                .build();
    }
}
