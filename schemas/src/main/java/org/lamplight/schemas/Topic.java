package org.lamplight.schemas;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewTopic;

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
        /**
         * Records are deleted when they are older than this.
         *
         * @param retention how long a record is kept at least; empty keeps it for ever
         */
        record Delete(Optional<Duration> retention) implements Cleanup {}

        /**
         * Only the latest record of a key is kept.
         *
         * @param maxLag the longest that an overwritten or withdrawn record may stay readable
         */
        record Compact(Duration maxLag) implements Cleanup {}
    }

    /** The schema of the values. */
    public Schema schema() {
        return SpecificData.get().getSchema(valueType);
    }

    /** The registry subject of the values. */
    public String subject() {
        return name + "-value";
    }

    /** Topic settings that differ from a broker's defaults, by Kafka's names. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        // An event's own time may be years ago; retention by it would delete a back-fill at once.
        settings.put("message.timestamp.type", "LogAppendTime");
        if (cleanup instanceof Cleanup.Compact compact) {
            settings.put("cleanup.policy", "compact");
            settings.put("max.compaction.lag.ms", Long.toString(compact.maxLag().toMillis()));
        } else if (cleanup instanceof Cleanup.Delete delete) {
            settings.put("cleanup.policy", "delete");
            settings.put(
                    "retention.ms",
                    Long.toString(delete.retention().map(Duration::toMillis).orElse(-1L)));
        }
        return settings;
    }

    /**
     * What an admin client needs to create this topic.
     *
     * @param replicationFactor copies of each partition; -1 for the broker's default
     */
    public NewTopic toNewTopic(short replicationFactor) {
        return new NewTopic(name, partitions, replicationFactor).configs(settings());
    }
}
