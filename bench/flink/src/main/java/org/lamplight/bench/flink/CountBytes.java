package org.lamplight.bench.flink;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.api.java.tuple.Tuple2;

/** A count as Kafka Streams writes it. */
final class CountBytes {
    private CountBytes() {}

    /** Its key, UTF-8. */
    static final class Key implements SerializationSchema<Tuple2<String, Long>> {
        private static final long serialVersionUID = 1;

        @Override
        public byte[] serialize(Tuple2<String, Long> count) {
            return count.f0.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** The count, eight bytes. */
    static final class Value implements SerializationSchema<Tuple2<String, Long>> {
        private static final long serialVersionUID = 1;

        @Override
        public byte[] serialize(Tuple2<String, Long> count) {
            return ByteBuffer.allocate(Long.BYTES).putLong(count.f1).array();
        }
    }
}
