package org.lamplight.streams.state;

import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;

/**
 * Lets a stage do something before each commit, while it can still send records. Kafka Streams asks stores to send then what they
 * hold back; so this passes for a store, though it keeps nothing.
 */
final class BeforeCommit implements StateStore, CachedStateStore<Void, Void> {
    private static final int NOWHERE = -1;

    private final String name;
    private Runnable action = () -> {};
    private boolean open;

    private BeforeCommit(String name) {
        this.name = name;
    }

    /** What passes for the store. */
    static StoreBuilder<BeforeCommit> store(String name) {
        return new Builder(name);
    }

    /** Does this before each commit from now on, as the stage whose context it is. */
    void act(ProcessorContext<?, ?> context, Runnable work) {
        InternalProcessorContext<?, ?> internal = (InternalProcessorContext<?, ?>) context;
        ProcessorNode<?, ?, ?, ?> stage = internal.currentNode();
        action = () -> actAs(stage, internal, work);
    }

    private static void actAs(ProcessorNode<?, ?, ?, ?> stage, InternalProcessorContext<?, ?> context, Runnable work) {
        ProcessorNode<?, ?, ?, ?> before = context.currentNode();
        context.setCurrentNode(stage);
        context.setRecordContext(
                new ProcessorRecordContext(context.currentSystemTimeMs(), NOWHERE, NOWHERE, null, new RecordHeaders()));
        try {
            work.run();
        } finally {
            context.setCurrentNode(before);
        }
    }

    @Override
    public void flushCache() {
        action.run();
    }

    @Override
    public void clearCache() {
        // Whoever holds something back begins anew with the task.
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<Void, Void> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {});
        open = true;
    }

    @Override
    public void close() {
        open = false;
        action = () -> {};
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /** Makes one for each task. */
    private record Builder(String name) implements StoreBuilder<BeforeCommit> {
        @Override
        public BeforeCommit build() {
            return new BeforeCommit(name);
        }

        @Override
        public StoreBuilder<BeforeCommit> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommit> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommit> withLoggingEnabled(Map<String, String> config) {
            throw new UnsupportedOperationException("There is nothing to log.");
        }

        @Override
        public StoreBuilder<BeforeCommit> withLoggingDisabled() {
            return this;
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }
    }
}
