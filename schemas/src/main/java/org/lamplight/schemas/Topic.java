package org.lamplight.schemas;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic of the pipeline as a typed value. Keys are UTF-8 strings, parts joined by '/'; values are Avro records of one
 * type in the Confluent wire format, registered under the subject {@code <name>-value}.
 *
 * @param name name of the topic
 * @param valueType the Avro record it holds
 * @param partitions number of partitions
 * @param cleanup what the broker does with old records
 * @param <V> the Avro record it holds
 */
public record Topic<V extends SpecificRecord>(String name, Class<V> valueType, int partitions, Cleanup cleanup) {

    /** What the broker does with old records. */
    public sealed interface Cleanup {
        /** How long a reader that was away still hears of a tombstone, which has a key and nothing else. */
        Duration TOMBSTONES = Duration.ofDays(30);

        /**
         * Records are deleted when they are older than this.
         *
         * @param retention how long a record is kept at least; empty keeps it for ever
         */
        record Delete(Optional<Duration> retention) implements Cleanup {}

        /**
         * Only the latest record of a key is kept; the {@link Erasure} says for how long others may be read.
         *
         * @param patient whether overwritten records stay nearly that long, so that a reader that was away sees each
         */
        record Compact(boolean patient) implements Cleanup {}

        /** The settings of such a topic, by Kafka's names. */
        default Map<String, String> settings(Erasure erasure) {
            Map<String, String> settings = new LinkedHashMap<>();
            // An event's own time may be years ago; retention by it would delete a back-fill at once.
            settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
            if (this instanceof Compact compact) {
                settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
                settings.putAll(erasure.settings());
                settings.put(TopicConfig.DELETE_RETENTION_MS_CONFIG, Long.toString(TOMBSTONES.toMillis()));
                if (compact.patient()) {
                    settings.put(
                            TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
                            Long.toString(erasure.lag().toMillis()));
                }
            } else if (this instanceof Delete delete) {
                settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
                settings.put(
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(delete.retention().map(Duration::toMillis).orElse(-1L)));
            }
            return settings;
        }
    }

    /** The schema of the values. */
    public Schema schema() {
        return SpecificData.get().getSchema(valueType);
    }

    /** The registry subject of the values. */
    public String subject() {
        return name + "-value";
    }

    /**
     * Topic settings that differ from a broker's defaults, by Kafka's names.
     *
     * @param erasure by when overwritten records are gone
     */
    public Map<String, String> settings(Erasure erasure) {
        return cleanup.settings(erasure);
    }

    /**
     * What an admin client needs to create this topic.
     *
     * @param replicationFactor copies of each partition; -1 for the broker's default
     * @param erasure by when overwritten records are gone
     */
    public NewTopic toNewTopic(short replicationFactor, Erasure erasure) {
        return new NewTopic(name, partitions, replicationFactor).configs(settings(erasure));
    }
}
