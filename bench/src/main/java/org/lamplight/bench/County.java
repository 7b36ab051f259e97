package org.lamplight.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
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
    private static final Duration PUBLISH = Duration.ofMillis(250);
    private static final Duration SURFACE = Duration.ofSeconds(1);
    private static final Duration DRIFT = Duration.ofSeconds(60);

    private final long[] cells;
    private final MadeUpReports reports;
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, SafetyConcern> concerns;
    private final TestInputTopic<String, HateReferral> referrals;
    private final TestInputTopic<String, RetailSubmission> submissions;
    private final Map<String, Map<String, Integer>> logged = new TreeMap<>();
    private int sent;

    /** A county without reports, and what it will have each day. */
    County(double reportsADay) {
        AreaBook book = AreaBook.northamptonshire();
        TopicSerdes serdes = new TopicSerdes(Map.of("schema.registry.url", "mock://bench"));
        Live live = new Live(AsOf.DATA, AFTERWARDS, PUBLISH, SURFACE, DRIFT, true, Resolutions.DEFAULT);
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
        driver.advanceWallClockTime(SURFACE);
    }

    /** Lets them come to rest, and send also those that only drifted. */
    void drift() {
        publish();
        driver.advanceWallClockTime(DRIFT);
    }

    /** Forgets what was sent. */
    void drain() {
        drain(false);
    }

    /** Forgets what was sent, except how long the latest entry of each key of a changelog is. */
    void drainAndMeasure() {
        drain(true);
    }

    private void drain(boolean measured) {
        for (String topic : driver.producedTopicNames()) {
            boolean logged = measured && topic.endsWith("-changelog");
            driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList()
                    .forEach(record -> {
                        if (logged) {
                            log(topic, record.key(), record.value());
                        }
                    });
        }
    }

    private void log(String topic, String key, byte[] value) {
        Map<String, Integer> sizes = logged.computeIfAbsent(topic, unseen -> new TreeMap<>());
        if (value == null) {
            sizes.remove(key);
        } else {
            sizes.put(key, key.length() + value.length);
        }
    }

    /** Bytes of the keys and values in each store. */
    Map<String, Long> stored() {
        Map<String, Long> bytes = new TreeMap<>();
        logged.forEach((topic, sizes) -> bytes.put(
                topic.replaceAll("^bench-|-changelog$", ""),
                sizes.values().stream().mapToLong(Integer::longValue).sum()));
        return bytes;
    }

    @Override
    public void close() {
        driver.close();
    }
}
