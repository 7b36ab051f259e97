package org.lamplight.streams.state;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * A stage of the topology: a processor with the stores that belong to it.
 *
 * @param processor makes the processor of one task
 * @param stores its stores
 */
public record Stage<KI, VI, KO, VO>(Supplier<Processor<KI, VI, KO, VO>> processor, Set<StoreBuilder<?>> stores)
        implements ProcessorSupplier<KI, VI, KO, VO> {

    /** A stage with these stores. */
    public static <KI, VI, KO, VO> Stage<KI, VI, KO, VO> of(
            Supplier<Processor<KI, VI, KO, VO>> processor, StoreBuilder<?>... stores) {
        return new Stage<>(processor, new LinkedHashSet<>(List.of(stores)));
    }

    @Override
    public Processor<KI, VI, KO, VO> get() {
        return processor.get();
    }
}
