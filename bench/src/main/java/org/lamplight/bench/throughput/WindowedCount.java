package org.lamplight.bench.throughput;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;
import org.lamplight.schemas.serde.TopicSerdes;

/** What Kafka Streams offers by itself: a count in windows of a day. It knows of no corrections. */
final class WindowedCount {
    // Partitions are not read at the same pace, so the window store must wait for the slowest: for all of a backlog.
    private static final Duration GRACE = Duration.ofDays(3653);

    private WindowedCount() {}

    static Topology topology(TopicSerdes serdes, String counts) {
        StreamsBuilder builder = new StreamsBuilder();
        reports(builder, serdes, Topics.SAFETY_CONCERN)
                .merge(reports(builder, serdes, Topics.HATE_REFERRAL))
                .merge(reports(builder, serdes, Topics.RETAIL_SUBMISSION))
                .groupByKey(Grouped.with("places", Serdes.String(), Serdes.ByteArray()))
                .windowedBy(TimeWindows.ofSizeAndGrace(Duration.ofDays(1), GRACE))
                .count(Materialized.as("days"))
                .toStream()
                .map((window, count) -> KeyValue.pair(
                        Counting.key(
                                window.key(),
                                TimeUnit.MILLISECONDS.toDays(window.window().start())),
                        count))
                .to(counts, Produced.with(Serdes.String(), Serdes.Long()));
        return builder.build();
    }

    /** Nothing at each place where a report counts, at the time when it happened. */
    private static <V extends SpecificRecord> KStream<String, byte[]> reports(
            StreamsBuilder builder, TopicSerdes serdes, Topic<V> topic) {
        return builder.stream(
                        topic.name(),
                        Consumed.with(Serdes.String(), serdes.valueSerde(topic))
                                .withTimestampExtractor(
                                        (record, latest) -> Counting.time((SpecificRecord) record.value())))
                .flatMap((key, value) -> Counting.places(value).stream()
                        .map(place -> KeyValue.pair(place, new byte[0]))
                        .toList());
    }
}
