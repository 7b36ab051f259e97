package org.lamplight.streams;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.lamplight.schemas.Erasure;
import org.lamplight.schemas.Topics;

/**
 * The settings of the application.
 *
 * @param stateDirectory where its stores stand; one process at a time
 * @param stateMemory bytes outside the heap that its stores share
 * @param live how the live tables are kept current
 * @param erasure by when nothing of a withdrawn report is left in the internal topics and the stores
 * @param registry settings of the schema registry ({@code schema.registry.url} and the like)
 * @param kafka settings of Kafka Streams and its clients by Kafka's names; {@code bootstrap.servers} at least
 */
public record StreamsSettings(
        Path stateDirectory,
        long stateMemory,
        Live live,
        Erasure erasure,
        Map<String, String> registry,
        Map<String, String> kafka) {

    /** Default of {@code application.id}: prefix of the internal topics and name of the consumer group. */
    public static final String APPLICATION_ID = "lamplight-streams";
    /** Default of {@code stateMemory}. */
    public static final long STATE_MEMORY = 64L << 20;

    private static final long LEAST_STATE_MEMORY = 8L << 20;
    // Of a backlog; a commit of news is asked for sooner (Gathering, Pace).
    private static final Duration COMMIT_INTERVAL = Duration.ofSeconds(1);
    // What is due meanwhile, a commit above all, waits until a look for records is over.
    private static final Duration LONGEST_LOOK = Duration.ofMillis(10);
    // No report of one topic changes what a report of another counts. And if topics may wait for each other, Kafka
    // Streams 4.3 puts into words, for each record, how far each topic is that has none.
    private static final long NO_WAITING = StreamsConfig.MAX_TASK_IDLE_MS_DISABLED;
    // Kafka's 16 KiB hold seventy rows, of the thousands that a burst sends.
    private static final int BATCH_SIZE = 64 << 10;
    // With the 10 s of Kafka Streams a machine that is short of time never gets out again: a transaction that takes
    // longer is undone and its state thrown away, and restoring that makes the machine slower still.
    private static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(60);
    private static final String PRODUCER_TRANSACTION_TIMEOUT =
            StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG);

    /** What the correctness of the counts rests on; not for configuration. */
    private static final Map<String, Object> FIXED = Map.of(
            StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
            StreamsConfig.EXACTLY_ONCE_V2,
            StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
            true,
            StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
            DeadLetters.OfBytes.class,
            StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
            DeadLetters.OfReports.class,
            StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
            Topics.DEAD_LETTER,
            StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG,
            StateMemory.Shared.class,
            // A record's own time may be years ago; retention by it would delete internal topics at once.
            StreamsConfig.topicPrefix(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG),
            "LogAppendTime");

    // The internal topics hold incidents, so the bound within which a withdrawn one is erased holds for them too.
    private static final Set<String> ERASURE = Erasure.DEFAULT.settings().keySet().stream()
            .map(StreamsConfig::topicPrefix)
            .collect(Collectors.toUnmodifiableSet());

    private static final List<String> OWN =
            List.of(StreamsConfig.STATE_DIR_CONFIG, StateMemory.SETTING, StateMemory.SWEEP);

    public StreamsSettings {
        registry = Map.copyOf(registry);
        kafka = Map.copyOf(kafka);
        if (!kafka.containsKey(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG)) {
            throw new IllegalArgumentException(
                    "bootstrap.servers is missing; give the addresses of the Kafka brokers.");
        }
        if (stateMemory < LEAST_STATE_MEMORY) {
            throw new IllegalArgumentException(
                    "The memory of the stores is " + stateMemory + " bytes; give at least " + LEAST_STATE_MEMORY + ".");
        }
        kafka.keySet().forEach(StreamsSettings::refuseFixed);
        refuseShortTransactions(kafka);
    }

    private static void refuseFixed(String key) {
        if (FIXED.containsKey(key) || ERASURE.contains(key) || OWN.contains(key)) {
            throw new IllegalArgumentException(key + " cannot be set: the application sets it itself. Leave it out.");
        }
    }

    private static void refuseShortTransactions(Map<String, String> kafka) {
        long commit = number(kafka, StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL);
        long timeout = number(kafka, PRODUCER_TRANSACTION_TIMEOUT, TRANSACTION_TIMEOUT);
        if (timeout <= commit) {
            throw new IllegalArgumentException(PRODUCER_TRANSACTION_TIMEOUT + " is " + timeout
                    + " and commit.interval.ms is " + commit
                    + ": a transaction would end before it is committed. Give the first more than the second.");
        }
    }

    private static long number(Map<String, String> kafka, String key, Duration otherwise) {
        String text = kafka.getOrDefault(key, Long.toString(otherwise.toMillis()));
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + " is " + text + "; give a number of milliseconds.", e);
        }
    }

    /** What Kafka Streams is given. */
    Map<String, Object> forKafka(StateMemory memory) {
        Map<String, Object> all = new HashMap<>();
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
        all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL.toMillis());
        all.put(StreamsConfig.POLL_MS_CONFIG, LONGEST_LOOK.toMillis());
        all.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, NO_WAITING);
        all.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_SIZE);
        all.put(PRODUCER_TRANSACTION_TIMEOUT, (int) TRANSACTION_TIMEOUT.toMillis());
        all.putAll(kafka);
        all.putAll(FIXED);
        erasure.settings().forEach((name, value) -> all.put(StreamsConfig.topicPrefix(name), value));
        all.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        all.put(StateMemory.SETTING, memory);
        all.put(StateMemory.SWEEP, erasure.sweep());
        return all;
    }
}
