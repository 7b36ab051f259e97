package org.lamplight.schemas.connect;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.storage.Converter;
import org.lamplight.schemas.registry.RegistryConfig;
import org.lamplight.schemas.registry.RegistryException;
import org.lamplight.schemas.registry.RegistryUnavailableException;
import org.lamplight.schemas.registry.SchemaRegistry;
import org.lamplight.schemas.serde.IdentityCache;
import org.lamplight.schemas.serde.WireFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka Connect's converter for Avro in the Confluent wire format. What {@link ConnectSchemas} made of a contract is
 * written with exactly that contract. Configured by {@link RegistryConfig}, in a worker under {@code value.converter.}.
 */
public final class AvroConverter implements Converter {
    private static final Logger LOG = LoggerFactory.getLogger(AvroConverter.class);

    private record Writing(int schemaId, AvroCodec codec) {}

    private record Reading(Schema schema, AvroCodec codec) {}

    private final WireFormat format = new WireFormat();
    private final Map<String, IdentityCache<Schema, Writing>> writings = new ConcurrentHashMap<>();
    private final Map<Integer, Reading> readings = new ConcurrentHashMap<>();
    private SchemaRegistry registry;
    private boolean autoRegister;
    private boolean isKey;

    @Override
    public ConfigDef config() {
        return RegistryConfig.definition();
    }

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        RegistryConfig config = new RegistryConfig(settings);
        this.registry = SchemaRegistry.connect(config);
        this.autoRegister = config.autoRegister();
        this.isKey = isKey;
    }

    @Override
    public byte[] fromConnectData(String topic, Schema schema, Object value) {
        if (value == null) {
            return null;
        }
        if (schema == null) {
            throw new DataException("A record for topic " + topic + " has no schema, without which it cannot be Avro.");
        }
        Writing writing = writings.computeIfAbsent(topic, name -> new IdentityCache<>())
                .get(schema, unseen -> writing(topic, unseen));
        try {
            return format.write(writing.schemaId, out -> writing.codec.write(value, out));
        } catch (BadValueException e) {
            throw new DataException("A record for topic " + topic + " does not fit its schema. " + e.sentence());
        } catch (IOException e) {
            throw new DataException("A record for topic " + topic + " could not be encoded.", e);
        }
    }

    @Override
    public SchemaAndValue toConnectData(String topic, byte[] bytes) {
        if (bytes == null) {
            return SchemaAndValue.NULL;
        }
        Reading reading = readings.computeIfAbsent(schemaId(topic, bytes), id -> reading(topic, id));
        try {
            return new SchemaAndValue(reading.schema, format.read(bytes, reading.codec::read));
        } catch (BadValueException e) {
            throw damaged(topic, bytes, e.sentence());
        } catch (IOException | RuntimeException e) {
            // Neither message nor cause: Avro quotes content in them.
            throw damaged(
                    topic, bytes, "Avro's decoder failed with " + e.getClass().getSimpleName() + ".");
        }
    }

    private static DataException damaged(String topic, byte[] bytes, String reason) {
        return new DataException("A record of topic " + topic
                + " is damaged: its bytes do not fit the schema with the id " + schemaId(topic, bytes) + ". " + reason);
    }

    private Writing writing(String topic, Schema schema) {
        String subject = topic + (isKey ? "-key" : "-value");
        try {
            org.apache.avro.Schema avro = AvroSchemas.of(schema);
            int id = autoRegister ? registry.register(subject, avro) : registry.lookUp(subject, avro);
            return new Writing(id, AvroCodec.of(avro, schema));
        } catch (RegistryUnavailableException e) {
            throw new RetriableException(e);
        } catch (RegistryException | AvroRuntimeException e) {
            throw new DataException("The schema of a record for topic " + topic + " cannot be used.", e);
        }
    }

    private Reading reading(String topic, int id) {
        try {
            org.apache.avro.Schema avro = awaitSchema(id);
            Schema schema = ConnectSchemas.of(avro);
            return new Reading(schema, AvroCodec.of(avro, schema));
        } catch (RegistryException e) {
            throw new DataException(
                    "A record of topic " + topic + " has the schema id " + id + ", which cannot be used.", e);
        }
    }

    /**
     * The schema with an id, from a registry that may be away for long. Whatever this threw, a sink that tolerates errors
     * would set the record aside: even what may be tried again, once its task is told to stop.
     */
    private org.apache.avro.Schema awaitSchema(int id) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return registry.schema(id);
                } catch (RegistryUnavailableException e) {
                    LOG.warn("{} Records wait until then.", e.getMessage());
                    interrupted |= pause();
                } catch (InterruptException e) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether the thread was interrupted in it. */
    private static boolean pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static int schemaId(String topic, byte[] bytes) {
        try {
            return WireFormat.schemaId(topic, bytes);
        } catch (SerializationException e) {
            throw new DataException(e.getMessage(), e);
        }
    }
}
