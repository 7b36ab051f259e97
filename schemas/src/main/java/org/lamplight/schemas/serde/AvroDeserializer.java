package org.lamplight.schemas.serde;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.lamplight.schemas.RecordModel;
import org.lamplight.schemas.registry.RegistryConfig;
import org.lamplight.schemas.registry.RegistryException;
import org.lamplight.schemas.registry.SchemaRegistry;

/**
 * Reads Avro records in the Confluent wire format; null stays null. With {@value #SPECIFIC_READER} it returns the
 * generated record of the schema's name, resolved to the version compiled here; else generic records as they were
 * written. Configured by {@link RegistryConfig}. Safe for use by many threads.
 *
 * <p>Bytes that cannot be read throw a {@link SerializationException}; that the registry is away throws a
 * {@link org.lamplight.schemas.registry.RegistryUnavailableException}, which is no reason to skip a record.
 */
public final class AvroDeserializer<T extends IndexedRecord> implements Deserializer<T> {
    public static final String SPECIFIC_READER = "specific.avro.reader";

    private static final RecordModel MODEL = new RecordModel();

    private final WireFormat format = new WireFormat();
    // A reader keeps state while it reads, so each thread has its own.
    private final ThreadLocal<Map<Integer, DatumReader<T>>> readers = ThreadLocal.withInitial(HashMap::new);
    private SchemaRegistry registry;
    private boolean specific;

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        registry = SchemaRegistry.connect(new RegistryConfig(settings));
        specific = settings.containsKey(SPECIFIC_READER)
                && Boolean.parseBoolean(settings.get(SPECIFIC_READER).toString());
    }

    @Override
    public T deserialize(String topic, byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        int id = WireFormat.schemaId(topic, bytes);
        DatumReader<T> reader = readers.get().computeIfAbsent(id, unseen -> reader(topic, unseen));
        try {
            return format.read(bytes, in -> reader.read(null, in));
        } catch (IOException | RuntimeException e) {
            throw Failures.of(
                    "A record of topic " + topic + " is damaged: its bytes do not fit the schema with the id " + id, e);
        }
    }

    private DatumReader<T> reader(String topic, int id) {
        Schema writer = schema(topic, id);
        if (!specific) {
            return new GenericDatumReader<>(writer, writer, GenericData.get());
        }
        Class<?> type = MODEL.getClass(writer);
        if (type == null) {
            throw new SerializationException("A record of topic " + topic + " has the schema " + writer.getFullName()
                    + ", which is none of this program's: read it with " + SPECIFIC_READER + "=false.");
        }
        SpecificData model = SpecificData.getForClass(type);
        return new SpecificDatumReader<>(writer, readable(topic, model.getSchema(type), writer), model);
    }

    private Schema schema(String topic, int id) {
        try {
            return registry.schema(id);
        } catch (RegistryException e) {
            throw new SerializationException(
                    "A record of topic " + topic + " has the schema id " + id + ", which the registry does not give:"
                            + " it was written against another registry, or is not Avro.",
                    e);
        }
    }

    private static Schema readable(String topic, Schema reader, Schema writer) {
        var check = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        if (check.getType() != SchemaCompatibilityType.COMPATIBLE) {
            throw new SerializationException("A record of topic " + topic + " was written with a version of "
                    + writer.getFullName() + " that this program cannot read ("
                    + check.getResult().getIncompatibilities().get(0).getType() + " at "
                    + check.getResult().getIncompatibilities().get(0).getLocation() + "): upgrade it.");
        }
        return reader;
    }
}
