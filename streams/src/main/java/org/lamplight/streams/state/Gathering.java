package org.lamplight.streams.state;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collector;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Gathers what comes under a key until the commit, and passes it on as one record. That delays nothing, for nobody reads a
 * record before it is committed; and a record for many costs hardly more than one for each.
 *
 * @param <V> type of what comes
 * @param <A> type that it is gathered in
 * @param <R> type of what is passed on
 */
public final class Gathering<V, A, R> implements Processor<String, V, String, R> {
    /** So many are gathered at most, to keep a record below the size that brokers take. */
    private static final int MOST = 2_048;

    private final String name;
    private final Collector<V, A, R> collector;
    private final Map<String, A> gathered = new LinkedHashMap<>();
    private ProcessorContext<String, R> context;
    private int count;

    private Gathering(String name, Collector<V, A, R> collector) {
        this.name = name;
        this.collector = collector;
    }

    /** The stage; the collector says what becomes of all that comes under a key. */
    public static <V, R> Stage<String, V, String, R> stage(String name, Collector<V, ?, R> collector) {
        return Stage.of(() -> new Gathering<>(name, collector), BeforeCommit.store(name));
    }

    @Override
    public void init(ProcessorContext<String, R> context) {
        this.context = context;
        BeforeCommit commit = context.getStateStore(name);
        commit.act(context, this::passOn);
    }

    @Override
    public void process(Record<String, V> record) {
        A all = gathered.computeIfAbsent(
                record.key(), unseen -> collector.supplier().get());
        collector.accumulator().accept(all, record.value());
        if (++count >= MOST) {
            passOn();
        }
    }

    private void passOn() {
        gathered.forEach((key, all) ->
                context.forward(new Record<>(key, collector.finisher().apply(all), context.currentSystemTimeMs())));
        gathered.clear();
        count = 0;
    }
}
