package org.lamplight.streams;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.lamplight.areas.AreaBook;
import org.lamplight.schemas.Erasure;
import org.lamplight.schemas.HateReferral;
import org.lamplight.schemas.RejectedRow;
import org.lamplight.schemas.Removal;
import org.lamplight.schemas.Report;
import org.lamplight.schemas.RetailSubmission;
import org.lamplight.schemas.SafetyConcern;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;
import org.lamplight.schemas.serde.TopicSerdes;
import org.lamplight.streams.Live.AsOf;
import org.lamplight.streams.evaluation.Design;
import org.lamplight.streams.rules.Resolutions;
import org.lamplight.streams.state.Storage;
import org.threeten.extra.MutableClock;

/** The whole topology without a broker, with a clock that stands until it is moved. */
public final class Pipeline implements AutoCloseable {
    private static final Duration PUBLISH = Duration.ofMillis(200);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final MutableClock clock;
    private final TopicSerdes serdes;
    private final StateMemory memory;
    private final TopologyTestDriver driver;
    private final Map<Topic<?>, TestInputTopic<String, ?>> inputs = new HashMap<>();
    private final Map<Topic<?>, TreeMap<String, Object>> tables = new HashMap<>();

    public Pipeline(AreaBook book, Instant now, AsOf asOf) {
        this(book, now, asOf, Map.of());
    }

    public Pipeline(AreaBook book, Instant now, AsOf asOf, Map<String, String> overrides) {
        this(book, now, asOf, overrides, List.of());
    }

    public Pipeline(AreaBook book, Instant now, AsOf asOf, List<Design> evaluations) {
        this(book, now, asOf, Map.of(), evaluations);
    }

    private Pipeline(AreaBook book, Instant now, AsOf asOf, Map<String, String> overrides, List<Design> evaluations) {
        clock = MutableClock.of(now, ZoneOffset.UTC);
        Map<String, String> registry =
                Map.of("schema.registry.url", "mock://" + getClass().getName());
        serdes = new TopicSerdes(registry);
        Live live = new Live(asOf, clock, PUBLISH, SECOND, false, Resolutions.DEFAULT, evaluations);
        StreamsSettings settings = new StreamsSettings(
                Path.of("target", "streams-state"),
                StreamsSettings.STATE_MEMORY,
                live,
                Erasure.DEFAULT,
                registry,
                Map.of("bootstrap.servers", "none:9092"));
        memory = new StateMemory(settings.stateMemory());
        Properties properties = new Properties();
        properties.putAll(settings.forKafka(memory));
        properties.putAll(overrides);
        driver = new TopologyTestDriver(SafetyTopology.of(book, serdes, live, Storage.MEMORY), properties, now);
    }

    public void send(SafetyConcern concern) {
        send(Topics.SAFETY_CONCERN, concern.getReport(), concern);
    }

    public void send(HateReferral referral) {
        send(Topics.HATE_REFERRAL, referral.getReport(), referral);
    }

    public void send(RetailSubmission submission) {
        send(Topics.RETAIL_SUBMISSION, submission.getReport(), submission);
    }

    /** As a connector sends it, which says in headers where it read the report. */
    public void send(RetailSubmission submission, Headers headers) {
        Report report = submission.getReport();
        input(Topics.RETAIL_SUBMISSION)
                .pipeInput(new TestRecord<>(report.getSource() + "/" + report.getReportId(), submission, headers));
    }

    public void send(RejectedRow row) {
        input(Topics.REJECTED).pipeInput(row.getSource() + "/" + row.getFileSha256() + "/" + row.getLine(), row);
    }

    public void sendBytes(Topic<?> topic, String key, byte[] bytes) {
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, bytes);
    }

    /** Removes a report for good. */
    public void remove(Topic<?> topic, String source, String reportId, Removal why) {
        RecordHeaders headers = new RecordHeaders();
        why.writeTo(headers);
        input(topic).pipeInput(new TestRecord<>(source + "/" + reportId, null, headers));
    }

    /** What every store holds, as text. */
    public Map<String, Map<String, String>> stores() {
        Map<String, Map<String, String>> contents = new TreeMap<>();
        driver.getAllStateStores().forEach((name, store) -> {
            if (store instanceof KeyValueStore<?, ?> holding) {
                contents.put(name, contents(holding));
            }
        });
        return contents;
    }

    private static Map<String, String> contents(KeyValueStore<?, ?> store) {
        Map<String, String> entries = new TreeMap<>();
        try (KeyValueIterator<?, ?> all = store.all()) {
            all.forEachRemaining(entry -> entries.put(String.valueOf(entry.key), String.valueOf(entry.value)));
        }
        return entries;
    }

    /** Moves the clock, and lets what is due be published. */
    public void advance(Duration by) {
        clock.add(by);
        driver.advanceWallClockTime(by);
    }

    /** Moves the clock as if the machine had slept for so long, and lets everything be published. */
    public void wake(Duration after) {
        clock.add(after);
        settle();
    }

    /** Moves the clock far enough that everything is published: first what changed, then what drifted. */
    public void settle() {
        advance(SECOND);
        advance(SECOND);
    }

    /** The rows of a topic since the last call, in order. */
    public <V extends SpecificRecord> List<KeyValue<String, V>> rows(Topic<V> topic) {
        var output = driver.createOutputTopic(
                topic.name(), new StringDeserializer(), serdes.valueSerde(topic).deserializer());
        List<KeyValue<String, V>> rows = output.readKeyValuesToList();
        TreeMap<String, Object> table = tables.computeIfAbsent(topic, unread -> new TreeMap<>());
        rows.forEach(row -> {
            if (row.value == null) {
                table.remove(row.key);
            } else {
                table.put(row.key, row.value);
            }
        });
        return rows;
    }

    /** A topic as a table: the latest value of each key. */
    public <V extends SpecificRecord> Map<String, V> table(Topic<V> topic) {
        rows(topic);
        Map<String, V> table = new TreeMap<>();
        tables.get(topic)
                .forEach((key, value) -> table.put(key, topic.valueType().cast(value)));
        return table;
    }

    public List<TestRecord<String, byte[]>> deadLetters() {
        return records(Topics.DEAD_LETTER);
    }

    /** The records of a topic since the last call, in order. */
    public List<TestRecord<String, byte[]>> records(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    /** Keys of the tombstones that were written to an intake topic since the last call, in order. */
    public List<String> cleared(Topic<?> topic) {
        return records(topic.name()).stream()
                .filter(record -> record.value() == null && Removal.readFrom(record.headers()) == Removal.CLEARED)
                .map(TestRecord::key)
                .toList();
    }

    @Override
    public void close() {
        driver.close();
        memory.close();
    }

    private <V extends SpecificRecord> void send(Topic<V> topic, Report report, V value) {
        input(topic).pipeInput(report.getSource() + "/" + report.getReportId(), value);
    }

    @SuppressWarnings("unchecked") // An input is put under its own topic only.
    private <V extends SpecificRecord> TestInputTopic<String, V> input(Topic<V> topic) {
        return (TestInputTopic<String, V>) inputs.computeIfAbsent(
                topic,
                unused -> driver.createInputTopic(
                        topic.name(),
                        new StringSerializer(),
                        serdes.valueSerde(topic).serializer()));
    }
}
