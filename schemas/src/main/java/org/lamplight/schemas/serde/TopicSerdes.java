package org.lamplight.schemas.serde;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.lamplight.schemas.Topic;

/**
 * The serdes of the topic catalogue. Which class encodes values is configuration: {@value #VALUE_SERDE} may name
 * Confluent's {@code SpecificAvroSerde} instead of {@link AvroSerde}; both take the same settings.
 */
public final class TopicSerdes {
    /** Class of the serde of values. */
    public static final String VALUE_SERDE = "value.serde.class";

    private final Map<String, Object> settings;
    private final String serdeClass;

    /** @param settings those of {@link org.lamplight.schemas.registry.RegistryConfig} and {@value #VALUE_SERDE} */
    public TopicSerdes(Map<String, ?> settings) {
        this.settings = new HashMap<>(settings);
        this.settings.put(AvroDeserializer.SPECIFIC_READER, true);
        // Confluent's key: its serializer, too, then registers the schema without Java's string types.
        this.settings.put("avro.remove.java.properties", true);
        Object chosen = settings.get(VALUE_SERDE);
        this.serdeClass = chosen == null ? AvroSerde.class.getName() : chosen.toString();
    }

    /** The serde of keys, which are plain text. */
    public Serde<String> keySerde() {
        return Serdes.String();
    }

    /** A new serde of a topic's values; whoever asks for it closes it. */
    @SuppressWarnings("unchecked")
    public <V extends SpecificRecord> Serde<V> valueSerde(Topic<V> topic) {
        try {
            Serde<V> serde = Utils.newInstance(serdeClass, Serde.class);
            serde.configure(settings, false);
            return serde;
        } catch (ClassNotFoundException e) {
            throw new ConfigException(
                    VALUE_SERDE, serdeClass, "no such class for " + topic.name() + ": put it on the class path.");
        }
    }
}
