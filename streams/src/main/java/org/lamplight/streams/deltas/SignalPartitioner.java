package org.lamplight.streams.deltas;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.lamplight.streams.deltas.Signal.Batch;

/**
 * Deltas go where their series is kept, ticks to every partition. Series of sources are kept in the even partitions, those of
 * facets in the odd ones: a report counts in both, and Kafka Streams deals partitions to threads in turn, so two threads
 * compute at the same time what a report changes.
 */
public final class SignalPartitioner implements StreamPartitioner<String, Signal> {
    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, Signal signal, int partitions) {
        return Optional.of(
                signal instanceof Batch batch
                        ? Set.of(partition(batch.series(), partitions))
                        : IntStream.range(0, partitions).boxed().collect(Collectors.toSet()));
    }

    private static int partition(Series series, int partitions) {
        int first = series.isFacet() && partitions > 1 ? 1 : 0;
        int ofKind = (partitions - first + 1) / 2;
        int hash = Utils.toPositive(Utils.murmur2(series.key().getBytes(StandardCharsets.UTF_8)));
        return first + 2 * (hash % ofKind);
    }
}
