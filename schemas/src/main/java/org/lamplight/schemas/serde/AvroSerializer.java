package org.lamplight.schemas.serde;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.lamplight.schemas.registry.PublishedSchema;
import org.lamplight.schemas.registry.RegistryConfig;
import org.lamplight.schemas.registry.RegistryException;
import org.lamplight.schemas.registry.SchemaRegistry;

/**
 * Writes Avro records in the Confluent wire format; null stays null. Configured by {@link RegistryConfig}. Safe for use
 * by many threads.
 */
public final class AvroSerializer<T extends IndexedRecord> implements Serializer<T> {

    private record Writing(int schemaId, DatumWriter<IndexedRecord> writer) {}

    private final WireFormat format = new WireFormat();
    private final Map<String, IdentityCache<Schema, Writing>> writings = new ConcurrentHashMap<>();
    private SchemaRegistry registry;
    private boolean autoRegister;
    private boolean isKey;

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        RegistryConfig config = new RegistryConfig(settings);
        this.registry = SchemaRegistry.connect(config);
        this.autoRegister = config.autoRegister();
        this.isKey = isKey;
    }

    @Override
    public byte[] serialize(String topic, T data) {
        if (data == null) {
            return null;
        }
        Writing writing = writings.computeIfAbsent(topic, name -> new IdentityCache<>())
                .get(data.getSchema(), schema -> writing(topic, data));
        try {
            return format.write(writing.schemaId, out -> writing.writer.write(data, out));
        } catch (IOException | RuntimeException e) {
            throw Failures.of(
                    "A record of " + data.getSchema().getFullName() + " for topic " + topic
                            + " does not fit its schema",
                    e);
        }
    }

    private Writing writing(String topic, T data) {
        String subject = topic + (isKey ? "-key" : "-value");
        Schema published = PublishedSchema.of(data.getSchema());
        try {
            int id = autoRegister ? registry.register(subject, published) : registry.lookUp(subject, published);
            return new Writing(id, writer(data));
        } catch (RegistryException e) {
            throw new SerializationException(
                    "The schema " + published.getFullName() + " cannot be used for topic " + topic + ".", e);
        }
    }

    private static DatumWriter<IndexedRecord> writer(IndexedRecord data) {
        return data instanceof SpecificRecordBase specific
                ? new SpecificDatumWriter<>(data.getSchema(), specific.getSpecificData())
                : new GenericDatumWriter<>(data.getSchema(), GenericData.get());
    }
}
