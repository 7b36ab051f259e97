package org.lamplight.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;
import org.lamplight.schemas.Incident;
import org.lamplight.schemas.Samples;
import org.lamplight.schemas.Topics;
import org.lamplight.schemas.registry.PublishedSchema;
import org.lamplight.schemas.registry.RegistryConfig;
import org.lamplight.schemas.registry.SchemaRegistry;

class AvroSerdeTest {
    private static final String TOPIC = Topics.INCIDENT.name();

    private final Map<String, Object> settings = Map.of(RegistryConfig.URL, "mock://" + UUID.randomUUID());
    private final SchemaRegistry registry = SchemaRegistry.connect(new RegistryConfig(settings));
    private final Serde<Incident> serde = new TopicSerdes(settings).valueSerde(Topics.INCIDENT);

    @Test
    void shouldReadBackWhatItWrote() {
        Incident incident = Samples.incident();

        byte[] bytes = serde.serializer().serialize(TOPIC, incident);

        assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(incident);
    }

    @Test
    void shouldKeepTombstones() {
        assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
        assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
    }

    @Test
    void shouldWriteTheHeaderOfTheWireFormatAndRegisterTheContractWithoutJavaHints() {
        byte[] bytes = serde.serializer().serialize(TOPIC, Samples.incident());

        int id = WireFormat.schemaId(TOPIC, bytes);
        assertThat(bytes).startsWith(0, 0, 0, 0, id);
        assertThat(registry.schema(id))
                .hasToString(PublishedSchema.of(Incident.getClassSchema()).toString());
        assertThat(registry.schema(id).toString()).doesNotContain("avro.java.string");
    }

    @Test
    void shouldReadGenericRecordsUnlessToldOtherwise() {
        AvroDeserializer<GenericRecord> generic = new AvroDeserializer<>();
        generic.configure(settings, false);
        byte[] bytes = serde.serializer().serialize(TOPIC, Samples.incident());

        GenericRecord incident = generic.deserialize(TOPIC, bytes);

        assertThat(incident.get("source")).hasToString("retail");
    }

    @Test
    void shouldResolveAnOlderVersionToTheOneCompiledHere() {
        Schema older = without(PublishedSchema.of(Incident.getClassSchema()), "otherCodes", "stage", "reasons");
        GenericRecordBuilder record = new GenericRecordBuilder(older);
        List.of("id", "source", "force").forEach(field -> record.set(field, "x"));
        List.of("occurredFrom", "occurredTo", "receivedAt").forEach(field -> record.set(field, 0L));
        List.of("firstDay", "lastDay").forEach(field -> record.set(field, 0));
        List.of("categories", "areas").forEach(field -> record.set(field, List.of()));
        record.set(
                "kind",
                new org.apache.avro.generic.GenericData.EnumSymbol(
                        older.getField("kind").schema(), "HATE_REFERRAL"));

        byte[] bytes = genericSerializer(settings).serialize(TOPIC, record.build());

        Incident incident = serde.deserializer().deserialize(TOPIC, bytes);
        assertThat(incident.getOtherCodes()).isZero();
        assertThat(incident.getReasons()).isEmpty();
    }

    @Test
    void shouldSayThatAVersionCannotBeRead() {
        Schema strange = SchemaBuilder.record("org.lamplight.schemas.Incident")
                .fields()
                .requiredLong("id")
                .endRecord();
        byte[] bytes = genericSerializer(settings)
                .serialize(
                        TOPIC, new GenericRecordBuilder(strange).set("id", 42L).build());

        assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, bytes))
                .isInstanceOf(SerializationException.class)
                .hasMessageContainingAll(TOPIC, "cannot read", "upgrade");
    }

    @Test
    void shouldSayThatARecordIsOfAnotherProgram() {
        Schema foreign = SchemaBuilder.record("com.example.Other")
                .fields()
                .requiredLong("n")
                .endRecord();
        byte[] bytes = genericSerializer(settings)
                .serialize(
                        TOPIC, new GenericRecordBuilder(foreign).set("n", 42L).build());

        assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, bytes))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("com.example.Other");
    }

    @Test
    void shouldNameTopicAndRemedyButNoContentWhenBytesAreNoRecord() {
        byte[] good = serde.serializer().serialize(TOPIC, Samples.incident());
        byte[] unknownId = good.clone();
        unknownId[1] = 77;

        List<byte[]> damaged = List.of(
                new byte[0],
                "secret name".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Arrays.copyOf(good, good.length - 3),
                Arrays.copyOf(good, good.length + 3),
                unknownId);

        assertThat(damaged)
                .allSatisfy(
                        bytes -> assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, bytes))
                                .isInstanceOf(SerializationException.class)
                                .hasMessageContaining(TOPIC)
                                .hasMessageNotContainingAny("secret", "retail", "E23000022"));
    }

    @Test
    void shouldNameTheFieldButNoContentWhenARecordDoesNotFit() {
        Schema schema = SchemaBuilder.record("Person")
                .fields()
                .requiredString("name")
                .requiredLong("age")
                .endRecord();
        var serializer = genericSerializer(settings);
        IndexedRecord wrongType = new org.apache.avro.generic.GenericData.Record(schema);
        wrongType.put(0, "secret name");
        wrongType.put(1, "secret age");
        IndexedRecord missing = new org.apache.avro.generic.GenericData.Record(schema);

        assertThatThrownBy(() -> serializer.serialize("people", wrongType))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("people")
                .hasMessageNotContaining("secret")
                .hasNoCause();
        assertThatThrownBy(() -> serializer.serialize("people", missing))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("Person.name");
    }

    @Test
    void shouldWriteTheNextRecordWholeAfterOneThatFailed() {
        Schema schema = SchemaBuilder.record("Person")
                .fields()
                .requiredString("name")
                .requiredLong("age")
                .endRecord();
        var serializer = genericSerializer(settings);
        IndexedRecord good =
                new GenericRecordBuilder(schema).set("name", "a").set("age", 1L).build();
        byte[] expected = serializer.serialize("people", good);
        IndexedRecord bad = new org.apache.avro.generic.GenericData.Record(schema);
        bad.put(0, "half");

        assertThatThrownBy(() -> serializer.serialize("people", bad)).isInstanceOf(SerializationException.class);

        assertThat(serializer.serialize("people", good)).isEqualTo(expected);
    }

    @Test
    void shouldNotRegisterWhereThatIsForbidden() {
        Map<String, Object> strict = new HashMap<>(settings);
        strict.put(RegistryConfig.AUTO_REGISTER, false);
        Serde<Incident> guest = new TopicSerdes(strict).valueSerde(Topics.INCIDENT);

        assertThatThrownBy(() -> guest.serializer().serialize(TOPIC, Samples.incident()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(TOPIC);

        registry.register(Topics.INCIDENT.subject(), PublishedSchema.of(Incident.getClassSchema()));
        assertThat(guest.serializer().serialize(TOPIC, Samples.incident())).isNotEmpty();
    }

    @Test
    void shouldServeManyThreads() {
        byte[] expected = serde.serializer().serialize(TOPIC, Samples.incident());

        List<Incident> incidents = IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(i -> serde.serializer().serialize(TOPIC, Samples.incident()))
                .peek(bytes -> assertThat(bytes).isEqualTo(expected))
                .map(bytes -> serde.deserializer().deserialize(TOPIC, bytes))
                .toList();

        assertThat(incidents).containsOnly(Samples.incident());
    }

    @Test
    void shouldTakeTheSerdeClassFromTheConfiguration() {
        Map<String, Object> other = new HashMap<>(settings);
        other.put(TopicSerdes.VALUE_SERDE, Serdes.StringSerde.class.getName());

        assertThat(new TopicSerdes(other).valueSerde(Topics.INCIDENT)).isInstanceOf(Serdes.StringSerde.class);
    }

    @Test
    void shouldSayThatTheSerdeClassIsMissing() {
        Map<String, Object> unknown = new HashMap<>(settings);
        unknown.put(TopicSerdes.VALUE_SERDE, "com.example.Missing");

        assertThatThrownBy(() -> new TopicSerdes(unknown).valueSerde(Topics.INCIDENT))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll(TopicSerdes.VALUE_SERDE, "com.example.Missing", "class path");
    }

    private static AvroSerializer<IndexedRecord> genericSerializer(Map<String, Object> settings) {
        AvroSerializer<IndexedRecord> serializer = new AvroSerializer<>();
        serializer.configure(settings, false);
        return serializer;
    }

    private static Schema without(Schema schema, String... fields) {
        List<Schema.Field> kept = schema.getFields().stream()
                .filter(field -> !List.of(fields).contains(field.name()))
                .map(field -> new Schema.Field(field, field.schema()))
                .toList();
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, kept);
    }
}
