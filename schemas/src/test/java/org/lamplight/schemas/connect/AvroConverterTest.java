package org.lamplight.schemas.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.storage.Converter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.schemas.Incident;
import org.lamplight.schemas.PlaceReason;
import org.lamplight.schemas.SafetyConcern;
import org.lamplight.schemas.Samples;
import org.lamplight.schemas.Topics;
import org.lamplight.schemas.registry.PublishedSchema;
import org.lamplight.schemas.registry.RegistryConfig;
import org.lamplight.schemas.registry.SchemaRegistry;
import org.lamplight.schemas.serde.TopicSerdes;
import org.lamplight.schemas.serde.WireFormat;

class AvroConverterTest {
    private final Map<String, Object> settings = Map.of(RegistryConfig.URL, "mock://" + UUID.randomUUID());
    private final SchemaRegistry registry = SchemaRegistry.connect(new RegistryConfig(settings));
    private final TopicSerdes serdes = new TopicSerdes(settings);
    private final AvroConverter converter = new AvroConverter();

    @BeforeEach
    void configure() {
        converter.configure(settings, false);
    }

    @Test
    void shouldWriteAStructAsTheContractItWasMadeFor() {
        Schema schema = ConnectSchemas.of(SafetyConcern.getClassSchema());
        Instant received = Instant.parse("2026-01-05T22:13:00Z");
        Struct report = new Struct(schema.field("report").schema())
                .put("source", "streetsafe")
                .put("reportId", "0123456789abcdef0123456789abcdef")
                .put("receivedAt", Date.from(received))
                .put("cell", "8a1958a6b0effff");
        Struct concern = new Struct(schema).put("report", report).put("placeReasons", List.of("BADLY_LIT"));

        byte[] bytes = converter.fromConnectData(Topics.SAFETY_CONCERN.name(), schema, concern);

        SafetyConcern read = serdes.valueSerde(Topics.SAFETY_CONCERN)
                .deserializer()
                .deserialize(Topics.SAFETY_CONCERN.name(), bytes);
        assertThat(read.getReport().getReceivedAt()).isEqualTo(received);
        assertThat(read.getPlaceReasons()).containsExactly(PlaceReason.BADLY_LIT);
        assertThat(registry.schema(WireFormat.schemaId("t", bytes)))
                .hasToString(PublishedSchema.of(SafetyConcern.getClassSchema()).toString());
    }

    @Test
    void shouldReadARecordAndWriteItBackToTheSameBytes() {
        Serde<SafetyConcern> concerns = serdes.valueSerde(Topics.SAFETY_CONCERN);
        Serde<Incident> incidents = serdes.valueSerde(Topics.INCIDENT);
        byte[] concern = concerns.serializer().serialize("t", Samples.concern());
        byte[] incident = incidents.serializer().serialize("u", Samples.incident());

        assertThat(again("t", concern)).isEqualTo(concern);
        assertThat(again("u", incident)).isEqualTo(incident);
    }

    @Test
    void shouldGiveDatesAndTimesAsConnectDoes() {
        byte[] bytes = serdes.valueSerde(Topics.INCIDENT).serializer().serialize("t", Samples.incident());

        Struct incident = (Struct) converter.toConnectData("t", bytes).value();

        assertThat(incident.get("firstDay")).isEqualTo(Date.from(Instant.parse("2026-01-05T00:00:00Z")));
        assertThat(incident.get("receivedAt")).isEqualTo(Date.from(Instant.parse("2026-01-05T22:13:00Z")));
        assertThat(incident.get("kind")).isEqualTo("RETAIL_SUBMISSION");
        assertThat(incident.get("recordedAs")).isNull();
    }

    @Test
    void shouldKeepTombstones() {
        assertThat(converter.fromConnectData("t", Schema.STRING_SCHEMA, null)).isNull();
        assertThat(converter.fromConnectData("t", null, null)).isNull();
        assertThat(converter.toConnectData("t", null)).isEqualTo(SchemaAndValue.NULL);
    }

    @Test
    void shouldConvertSchemasThatOthersMade() {
        Schema schema = SchemaBuilder.struct()
                .field("byte", Schema.INT8_SCHEMA)
                .field("short", Schema.INT16_SCHEMA)
                .field("bytes", Schema.OPTIONAL_BYTES_SCHEMA)
                .field("price", Decimal.schema(2))
                .field("time", Time.SCHEMA)
                .field(
                        "word",
                        SchemaBuilder.string().optional().defaultValue("none").build())
                .field("scores", SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.OPTIONAL_FLOAT64_SCHEMA))
                .field(
                        "inner",
                        SchemaBuilder.struct()
                                .field("flag", Schema.BOOLEAN_SCHEMA)
                                .build())
                .build();
        Struct value = new Struct(schema)
                .put("byte", (byte) 1)
                .put("short", (short) 2)
                .put("bytes", new byte[] {1, 2})
                .put("price", new BigDecimal("12.50"))
                .put("time", Date.from(Instant.ofEpochSecond(1)))
                .put("word", null)
                .put("scores", Map.of("a", 1.5))
                .put("inner", new Struct(schema.field("inner").schema()).put("flag", true));

        Struct read = (Struct) converter
                .toConnectData("t", converter.fromConnectData("t", schema, value))
                .value();

        assertThat(read.get("byte")).isEqualTo(1);
        assertThat(read.get("price")).isEqualTo(new BigDecimal("12.50"));
        assertThat(read.get("time")).isEqualTo(Date.from(Instant.ofEpochSecond(1)));
        assertThat(read.getWithoutDefault("word")).isNull();
        assertThat(read.getMap("scores")).isEqualTo(Map.of("a", 1.5));
        assertThat(read.getStruct("inner").getBoolean("flag")).isTrue();
        assertThat(read.getBytes("bytes")).containsExactly(1, 2);
    }

    @Test
    void shouldConvertPlainValues() {
        byte[] bytes = converter.fromConnectData("t", Schema.STRING_SCHEMA, "text");

        assertThat(converter.toConnectData("t", bytes)).isEqualTo(new SchemaAndValue(Schema.STRING_SCHEMA, "text"));
    }

    @Test
    void shouldNameTheFieldButNoContentWhenAValueDoesNotFit() {
        Schema schema = ConnectSchemas.of(Incident.getClassSchema());
        Struct missing = new Struct(schema).put("id", "secret");
        Schema other = SchemaBuilder.struct()
                .field("kind", schema.field("kind").schema())
                .build();
        Struct wrongSymbol = new Struct(other).put("kind", "SECRET");

        assertThatThrownBy(() -> converter.fromConnectData("t", schema, missing))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("source is missing")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> converter.fromConnectData("u", other, wrongSymbol))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll("kind", "HATE_REFERRAL")
                .hasMessageNotContaining("SECRET");
        assertThatThrownBy(() -> converter.fromConnectData("v", null, Map.of("a", "secret")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no schema");
    }

    @Test
    void shouldNameTopicButNoContentWhenBytesAreNoRecord() {
        byte[] good = serdes.valueSerde(Topics.INCIDENT).serializer().serialize("t", Samples.incident());
        byte[] unknownId = good.clone();
        unknownId[1] = 77;

        assertThat(List.of(new byte[] {1}, Arrays.copyOf(good, 20), Arrays.copyOf(good, good.length + 1), unknownId))
                .allSatisfy(bytes -> assertThatThrownBy(() -> converter.toConnectData("topic-t", bytes))
                        .isInstanceOf(DataException.class)
                        .hasMessageContaining("topic-t"));
    }

    @Test
    void shouldAskConnectToWriteAgainWhenTheRegistryIsAway() {
        AvroConverter lonely = new AvroConverter();
        lonely.configure(Map.of(RegistryConfig.URL, "http://127.0.0.1:1", RegistryConfig.RETRIES, 0), false);

        assertThatThrownBy(() -> lonely.fromConnectData("t", Schema.STRING_SCHEMA, "text"))
                .isInstanceOf(RetriableException.class);
    }

    @Test
    void shouldBeFoundByConnect() {
        assertThat(ServiceLoader.load(Converter.class)).hasAtLeastOneElementOfType(AvroConverter.class);
        assertThat(converter.config().names()).contains(RegistryConfig.URL);
    }

    private byte[] again(String topic, byte[] bytes) {
        SchemaAndValue read = converter.toConnectData(topic, bytes);
        return converter.fromConnectData(topic, read.schema(), read.value());
    }
}
