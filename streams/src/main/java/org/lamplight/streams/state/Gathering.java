package org.lamplight.streams.state;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collector;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Gathers what comes under a key until the commit, and passes it on as one record. That delays nothing, for nobody reads a
 * record before it is committed; and a record for many costs hardly more than one for each. So the fewer commits the better,
 * and the stage asks for one only when what it gathers is news, and has come whole.
 *
 * @param <V> type of what comes
 * @param <A> type that it is gathered in
 * @param <R> type of what is passed on
 */
public final class Gathering<V, A, R> implements Processor<String, V, String, R> {
    /** So many are gathered at most, to keep a record below the size that brokers take. */
    private static final int MOST = 2_048;

    private static final Duration PATIENCE = Duration.ofMillis(100);

    /** What has waited for so many milliseconds is a backlog, and can wait for {@code commit.interval.ms} too. */
    static final long BACKLOG = 1_000;

    /** Header: when the oldest of what was gathered came to its topic. */
    private static final String SINCE = "since";

    private final String name;
    private final Collector<V, A, R> collector;
    private final Map<String, A> gathered = new LinkedHashMap<>();
    private final Lull lull = new Lull(PATIENCE);
    private ProcessorContext<String, R> context;
    private int count;
    private long since = Long.MAX_VALUE;

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
        Beat.keep(context, this::askForCommit);
    }

    /** In a backlog that is left to {@code commit.interval.ms}. */
    private void askForCommit(long now) {
        if (lull.isHere(now) && now - since < BACKLOG) {
            context.commit();
        }
    }

    @Override
    public void process(Record<String, V> record) {
        A all = gathered.computeIfAbsent(
                record.key(), unseen -> collector.supplier().get());
        collector.accumulator().accept(all, record.value());
        since = Math.min(since, record.timestamp());
        lull.heard(context.currentSystemTimeMs());
        if (++count >= MOST) {
            passOn();
        }
    }

    private void passOn() {
        long now = context.currentSystemTimeMs();
        Headers headers = since(since);
        gathered.forEach((key, all) ->
                context.forward(new Record<>(key, collector.finisher().apply(all), now, headers)));
        gathered.clear();
        count = 0;
        since = Long.MAX_VALUE;
        lull.end();
    }

    /** The headers of what has waited since then, in milliseconds since the epoch. */
    static Headers since(long time) {
        return new RecordHeaders()
                .add(SINCE, ByteBuffer.allocate(Long.BYTES).putLong(time).array());
    }

    /** How long the oldest of what was gathered in a record had waited on its topic, in milliseconds by the brokers' clocks. */
    static long waited(Record<?, ?> record) {
        Header since = record.headers().lastHeader(SINCE);
        return since == null
                ? 0
                : Math.max(
                        0, record.timestamp() - ByteBuffer.wrap(since.value()).getLong());
    }
}
