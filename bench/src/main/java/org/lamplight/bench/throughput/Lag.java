package org.lamplight.bench.throughput;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.lamplight.bench.servers.Took;

/** How many records of the intake topics and of its own an application of Kafka Streams has not processed. */
final class Lag implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(200);
    /** So often in a row there is none. */
    private static final int LOOKS = 5;

    private final Admin admin;
    private final String application;

    Lag(Orders orders) {
        admin = Admin.create(Map.of("bootstrap.servers", orders.bootstrapServers()));
        application = orders.id();
    }

    /**
     * Waits until there is none.
     *
     * @return what it had taken when there was none for the first time
     * @throws IllegalStateException if the application ended before
     */
    Took awaitNone(Supplier<Took> soFar, BooleanSupplier ended) throws InterruptedException, ExecutionException {
        Took took = soFar.get();
        for (int without = 0; without < LOOKS; ) {
            if (ended.getAsBoolean()) {
                throw new IllegalStateException(application + " ended before it had read all.");
            }
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            if (isSome()) {
                without = 0;
            } else if (without++ == 0) {
                took = soFar.get();
            }
        }
        return took;
    }

    private boolean isSome() throws InterruptedException, ExecutionException {
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                admin.listOffsets(read()).all().get();
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(application)
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream().anyMatch(end -> {
            OffsetAndMetadata offset = committed.get(end.getKey());
            // The mark of each thread's last transaction is no record.
            return end.getValue().offset() - (offset == null ? 0 : offset.offset()) > Orders.THREADS;
        });
    }

    private Map<TopicPartition, OffsetSpec> read() throws InterruptedException, ExecutionException {
        List<String> topics =
                admin.listTopics().names().get().stream().filter(this::isRead).toList();
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (TopicDescription topic :
                admin.describeTopics(topics).allTopicNames().get().values()) {
            for (TopicPartitionInfo partition : topic.partitions()) {
                latest.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest());
            }
        }
        return latest;
    }

    private boolean isRead(String topic) {
        return topic.startsWith("intake.") || (topic.startsWith(application) && topic.endsWith("-repartition"));
    }

    @Override
    public void close() {
        admin.close();
    }
}
