package org.lamplight.streams.state;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * A stage of the topology: a processor with the stores that belong to it.
 *
 * @param processor makes the processor of one task, each time that the task begins
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
        return new Lives<>(processor);
    }

    /**
     * A task that lost its transaction begins again with the same processor: what that one holds in memory would count twice
     * what it then finds in its stores. So each beginning has a processor of its own.
     */
    private static final class Lives<KI, VI, KO, VO> implements Processor<KI, VI, KO, VO> {
        private final Supplier<Processor<KI, VI, KO, VO>> processor;
        private Processor<KI, VI, KO, VO> current;

        Lives(Supplier<Processor<KI, VI, KO, VO>> processor) {
            this.processor = processor;
        }

        @Override
        public void init(ProcessorContext<KO, VO> context) {
            current = processor.get();
            current.init(context);
        }

        @Override
        public void process(Record<KI, VI> record) {
            current.process(record);
        }

        @Override
        public void close() {
            if (current != null) {
                current.close();
                current = null;
            }
        }
    }
}
