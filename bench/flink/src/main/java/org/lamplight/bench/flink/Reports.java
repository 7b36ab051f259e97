package org.lamplight.bench.flink;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.lamplight.bench.throughput.Counting;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;
import org.lamplight.schemas.serde.TopicSerdes;

/** Reads a report, and names each place where it counts, with the time when it happened. */
final class Reports implements KafkaRecordDeserializationSchema<Tuple2<String, Long>> {
    private static final long serialVersionUID = 1;

    private final String registry;
    private transient Map<String, Deserializer<? extends SpecificRecord>> deserializers;

    Reports(String registry) {
        this.registry = registry;
    }

    @Override
    public void open(InitializationContext context) {
        TopicSerdes serdes = new TopicSerdes(Map.of("schema.registry.url", registry));
        deserializers = new HashMap<>();
        for (Topic<?> topic : Topics.INTAKE) {
            deserializers.put(topic.name(), serdes.valueSerde(topic).deserializer());
        }
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Tuple2<String, Long>> out) {
        SpecificRecord report = deserializers.get(record.topic()).deserialize(record.topic(), record.value());
        long time = Counting.time(report);
        Counting.places(report).forEach(place -> out.collect(Tuple2.of(place, time)));
    }

    @Override
    public TypeInformation<Tuple2<String, Long>> getProducedType() {
        return Types.TUPLE(Types.STRING, Types.LONG);
    }
}
