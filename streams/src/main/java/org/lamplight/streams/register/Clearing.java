package org.lamplight.streams.register;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.lamplight.schemas.Removal;
import org.lamplight.streams.rules.Version;

/**
 * Answers what came for a report that does not stand with a tombstone of its key. Compaction would otherwise keep it as
 * the latest of its key, though it was refused.
 */
public final class Clearing implements Processor<String, Change, String, byte[]> {
    /** Tombstones go to the topic that the report came by. */
    public static final TopicNameExtractor<String, byte[]> TOPIC = new TopicNameExtractor<>() {
        @Override
        public String extract(String key, byte[] tombstone, RecordContext arrived) {
            return arrived.topic();
        }

        @Override
        public String toString() {
            return "intake";
        }
    };

    private ProcessorContext<String, byte[]> context;

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
    }

    @Override
    public void process(Record<String, Change> record) {
        if (record.value().isRefused()) {
            Version version = record.value().version();
            RecordHeaders headers = new RecordHeaders();
            Removal.CLEARED.writeTo(headers);
            context.forward(new Record<>(version.source() + "/" + version.id(), null, record.timestamp(), headers));
        }
    }
}
