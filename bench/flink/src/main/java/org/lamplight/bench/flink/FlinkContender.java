package org.lamplight.bench.flink;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.lamplight.bench.servers.Stopwatch;
import org.lamplight.bench.throughput.Orders;
import org.lamplight.bench.throughput.Timing;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;

/**
 * Counts the reports of each cell and category in event-time windows of a day, exactly once, in a cluster within this process;
 * prints what that took. It reads what is there when it begins, and ends.
 */
final class FlinkContender {
    private static final Duration TRANSACTION = Duration.ofMinutes(10);

    private FlinkContender() {}

    public static void main(String[] args) throws Exception {
        Orders orders = Orders.of(args);
        StreamExecutionEnvironment flink = StreamExecutionEnvironment.getExecutionEnvironment(configuration(orders));
        flink.setParallelism(Orders.THREADS);
        // Each partition is in the order of days, and has a watermark of its own.
        flink.fromSource(
                        source(orders),
                        WatermarkStrategy.<Tuple2<String, Long>>forMonotonousTimestamps()
                                .withTimestampAssigner((report, arrived) -> report.f1),
                        "reports")
                .keyBy(report -> report.f0, Types.STRING)
                .window(TumblingEventTimeWindows.of(Duration.ofDays(1)))
                .aggregate(new Count(), new DayCount())
                .sinkTo(sink(orders));
        Stopwatch stopwatch = Timing.start();
        flink.execute();
        Timing.print(stopwatch.took(orders.reports()));
    }

    private static Configuration configuration(Orders orders) {
        return new Configuration()
                .set(StateBackendOptions.STATE_BACKEND, orders.contender().equals("flink-heap") ? "hashmap" : "rocksdb")
                .set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true)
                .set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE)
                .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, orders.commit())
                .set(
                        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                        orders.directory().toUri().toString())
                .set(PipelineOptions.OBJECT_REUSE, true)
                // A failure is to be seen, not mended.
                .set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    }

    private static KafkaSource<Tuple2<String, Long>> source(Orders orders) {
        return KafkaSource.<Tuple2<String, Long>>builder()
                .setBootstrapServers(orders.bootstrapServers())
                .setGroupId(orders.id())
                .setTopics(topics())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setBounded(OffsetsInitializer.latest())
                .setDeserializer(new Reports(orders.registry()))
                .build();
    }

    private static List<String> topics() {
        return Topics.INTAKE.stream().map(Topic::name).toList();
    }

    private static KafkaSink<Tuple2<String, Long>> sink(Orders orders) {
        return KafkaSink.<Tuple2<String, Long>>builder()
                .setBootstrapServers(orders.bootstrapServers())
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(orders.id())
                .setProperty("transaction.timeout.ms", Long.toString(TRANSACTION.toMillis()))
                .setRecordSerializer(KafkaRecordSerializationSchema.<Tuple2<String, Long>>builder()
                        .setTopic(orders.counts())
                        .setKeySerializationSchema(new CountBytes.Key())
                        .setValueSerializationSchema(new CountBytes.Value())
                        .build())
                .build();
    }
}
