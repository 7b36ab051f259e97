package org.lamplight.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;
import org.lamplight.schemas.HateReferral;
import org.lamplight.schemas.RetailSubmission;
import org.lamplight.schemas.SafetyConcern;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;
import org.lamplight.schemas.serde.TopicSerdes;
import org.lamplight.streams.Live;
import org.lamplight.streams.Live.AsOf;
import org.lamplight.streams.SafetyTopology;
import org.lamplight.streams.rules.Resolutions;
import org.lamplight.streams.state.Storage;

/**
 * The whole topology over one force, with its stores on the heap and Kafka's test driver for a broker, so that everything runs
 * on the caller's thread. Made-up reports of three sources count in ten categories. Today is the day of the latest report.
 */
final class County implements AutoCloseable {
    private static final Clock AFTERWARDS = Clock.fixed(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Duration PUBLISH = Duration.ofMillis(100);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DRIFT = Duration.ofSeconds(60);

    private final long[] cells;
    private final MadeUpReports reports;
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, SafetyConcern> concerns;
    private final TestInputTopic<String, HateReferral> referrals;
    private final TestInputTopic<String, RetailSubmission> submissions;
    private int sent;

    /** Hears of a record: its topic, key and value. */
    interface Reader {
        void read(String topic, String key, byte[] value);
    }

    /** A county without reports, and what it will have each day. */
    County(double reportsADay, Resolutions resolutions) {
        this(reportsADay, resolutions, "mock://bench");
    }

    /** One whose schemas stand in this registry. */
    County(double reportsADay, Resolutions resolutions, String registry) {
        AreaBook book = AreaBook.northamptonshire();
        TopicSerdes serdes = new TopicSerdes(Map.of("schema.registry.url", registry));
        Live live = new Live(AsOf.DATA, AFTERWARDS, PUBLISH, DRIFT, true, resolutions);
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        cells = book.cells(Cells.RESOLUTION);
        reports = new MadeUpReports(cells.length, 7 * reportsADay);
        driver = new TopologyTestDriver(
                SafetyTopology.of(book, serdes, live, Storage.MEMORY), settings, AFTERWARDS.instant());
        concerns = input(Topics.SAFETY_CONCERN, serdes);
        referrals = input(Topics.HATE_REFERRAL, serdes);
        submissions = input(Topics.RETAIL_SUBMISSION, serdes);
    }

    private <V extends SpecificRecord> TestInputTopic<String, V> input(Topic<V> topic, TopicSerdes serdes) {
        return driver.createInputTopic(
                topic.name(), new StringSerializer(), serdes.valueSerde(topic).serializer());
    }

    /** How many reports it has on a day. */
    int reportsOf(int day) {
        return reports.of(day).length;
    }

    /** Takes in the reports of a day. */
    void takeIn(int day) {
        for (int place : reports.of(day)) {
            takeIn(day, cells[place]);
        }
    }

    /** Takes in one more report of a day. */
    void takeInOne(int day) {
        takeIn(day, cells[reports.some(1)[0]]);
    }

    private void takeIn(int day, long cell) {
        MadeUpRecord record = MadeUpRecord.of(sent++, day, cell);
        if (record.value() instanceof SafetyConcern concern) {
            concerns.pipeInput(record.key(), concern);
        } else if (record.value() instanceof HateReferral referral) {
            referrals.pipeInput(record.key(), referral);
        } else if (record.value() instanceof RetailSubmission submission) {
            submissions.pipeInput(record.key(), submission);
        }
    }

    /** Lets the stages send the rows whose own counts changed. */
    void publish() {
        driver.advanceWallClockTime(SECOND);
    }

    /** Lets them come to rest, and send also those that only drifted. */
    void drift() {
        publish();
        driver.advanceWallClockTime(DRIFT);
    }

    /** Forgets what was sent. */
    void drain() {
        drain((topic, key, value) -> {});
    }

    /** Forgets what was sent, once it has been read. */
    void drain(Reader reader) {
        for (String topic : driver.producedTopicNames()) {
            driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList()
                    .forEach(sent -> reader.read(topic, sent.key(), sent.value()));
        }
    }

    /** Bytes of a key and a value. */
    static int size(String key, byte[] value) {
        return (key == null ? 0 : key.length()) + (value == null ? 0 : value.length);
    }

    /** Bytes of the keys and values in each store. */
    Map<String, Long> stored() {
        Map<String, Long> bytes = new TreeMap<>();
        stores().forEach((name, store) -> bytes.put(name, size(store)));
        return bytes;
    }

    /** Empties its stores, so that only what it holds beside them is left on the heap; it is of no other use then. */
    void emptyStores() {
        stores().values().forEach(store -> {
            List<Bytes> keys = new ArrayList<>();
            try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
                all.forEachRemaining(entry -> keys.add(entry.key));
            }
            keys.forEach(store::delete);
        });
    }

    private static long size(KeyValueStore<Bytes, byte[]> store) {
        long size = 0;
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> entry = all.next();
                size += entry.key.get().length + entry.value.length;
            }
        }
        return size;
    }

    /** What holds bytes, without what encodes, logs and counts; a store that keeps nothing is none of them. */
    @SuppressWarnings("unchecked") // every store of the topology holds bytes under bytes in the end
    private Map<String, KeyValueStore<Bytes, byte[]>> stores() {
        Map<String, KeyValueStore<Bytes, byte[]>> stores = new TreeMap<>();
        driver.getAllStateStores().forEach((name, store) -> {
            if (innermost(store) instanceof KeyValueStore<?, ?> keeper) {
                stores.put(name, (KeyValueStore<Bytes, byte[]>) keeper);
            }
        });
        return stores;
    }

    private static StateStore innermost(StateStore store) {
        return store instanceof WrappedStateStore<?, ?, ?> wrapper ? innermost(wrapper.wrapped()) : store;
    }

    @Override
    public void close() {
        driver.close();
    }
}
