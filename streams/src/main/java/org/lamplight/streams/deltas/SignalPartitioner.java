package org.lamplight.streams.deltas;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.lamplight.streams.deltas.Signal.Tick;

/** Deltas go where their series is kept, ticks to every partition. */
public final class SignalPartitioner implements StreamPartitioner<String, Signal> {
    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, Signal signal, int partitions) {
        return signal instanceof Tick
                ? Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()))
                : Optional.empty();
    }
}
