package org.lamplight.streams;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.lamplight.areas.AreaBook;
import org.lamplight.schemas.Incident;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;
import org.lamplight.schemas.serde.TopicSerdes;
import org.lamplight.streams.arrivals.Delays;
import org.lamplight.streams.deltas.Deltas;
import org.lamplight.streams.deltas.Signal;
import org.lamplight.streams.deltas.Signal.Batch;
import org.lamplight.streams.deltas.SignalPartitioner;
import org.lamplight.streams.deltas.SignalSerde;
import org.lamplight.streams.deltas.Ticks;
import org.lamplight.streams.evaluation.EvaluationProcessor;
import org.lamplight.streams.health.Feed;
import org.lamplight.streams.health.FeedEvents;
import org.lamplight.streams.health.FeedHealthProcessor;
import org.lamplight.streams.outcome.OutcomeProcessor;
import org.lamplight.streams.register.Change;
import org.lamplight.streams.register.Clearing;
import org.lamplight.streams.register.Entry.Standing;
import org.lamplight.streams.register.Register;
import org.lamplight.streams.rules.Normaliser;
import org.lamplight.streams.rules.Version;
import org.lamplight.streams.state.Gathering;
import org.lamplight.streams.state.Storage;
import org.lamplight.streams.state.Today;
import org.lamplight.streams.surface.Grids;
import org.lamplight.streams.surface.Row;
import org.lamplight.streams.surface.SurfaceProcessor;
import org.lamplight.streams.trend.TrendProcessor;

/**
 * From reports to hotspots, trends, outcome rates and feed health.
 *
 * <pre>
 * intake.*  → normalise → register → core.incident, tombstones of what was refused → intake.*
 *                            ├────→ signals by force/category → surface     → analyst.hotspot, analyst.alert
 *                            │                                → trend       → analyst.trend
 *                            │                                → outcome     → analyst.outcome
 *                            │                                → evaluation  → analyst.evaluation
 * intake.rejected ───────────┴────→ feed by source            → feed-health → analyst.feed-health
 * </pre>
 */
public final class SafetyTopology {
    /** Nodes with this prefix read what others wrote: what they cannot take goes to the dead letters. */
    static final String NORMALISE = "normalise-";

    private final AreaBook book;
    private final TopicSerdes serdes;
    private final Storage storage;
    private final StreamsBuilder builder;

    private SafetyTopology(AreaBook book, TopicSerdes serdes, Storage storage, StreamsBuilder builder) {
        this.book = book;
        this.serdes = serdes;
        this.storage = storage;
        this.builder = builder;
    }

    /** The topology over the areas of a book. */
    public static Topology of(AreaBook book, TopicSerdes serdes, Live live, Storage storage) {
        return new SafetyTopology(book, serdes, storage, new StreamsBuilder()).build(live);
    }

    /** Its part without statistics: from reports, through the register, to the signals by force/category. */
    public static KStream<String, Signal> signals(
            AreaBook book, TopicSerdes serdes, Storage storage, StreamsBuilder builder) {
        return signals(new SafetyTopology(book, serdes, storage, builder).changes());
    }

    private Topology build(Live live) {
        KStream<String, Change> changes = changes();
        KStream<String, Signal> signals = signals(changes);
        Grids grids = new Grids(book, live.resolutions());
        StoreBuilder<KeyValueStore<String, Long>> delays = Delays.store(storage);
        StoreBuilder<KeyValueStore<String, Long>> today = Today.store(storage);
        KStream<String, Row<?>> surface = signals.process(
                SurfaceProcessor.stage(grids, live, storage, serdes.valueSerde(Topics.ALERT), delays, today),
                Named.as("surface"));
        write(rows(surface, Topics.HOTSPOT), Topics.HOTSPOT);
        write(rows(surface, Topics.ALERT), Topics.ALERT);
        write(
                signals.process(TrendProcessor.stage(book, live, storage, delays, today), Named.as("trend")),
                Topics.TREND);
        write(signals.process(OutcomeProcessor.stage(book, live, storage), Named.as("outcome")), Topics.OUTCOME);
        write(
                signals.process(EvaluationProcessor.stage(book, live, storage, today), Named.as("evaluation")),
                Topics.EVALUATION);

        write(
                feed(changes).process(FeedHealthProcessor.stage(live, storage), Named.as("feed-health")),
                Topics.FEED_HEALTH);
        return builder.build();
    }

    private KStream<String, Change> changes() {
        KStream<String, Change> changes = versions()
                .process(Register.stage(book, serdes.valueSerde(Topics.INCIDENT), storage), Named.as("register"));
        write(incidents(changes), Topics.INCIDENT);
        clear(changes);
        return changes;
    }

    /** All versions of a report have the same key, so they are in the same partition of their intake topic. */
    private KStream<String, Version> versions() {
        Normaliser normaliser = new Normaliser(book);
        return versions(Topics.SAFETY_CONCERN, "safety-concern", normaliser, normaliser::normalise)
                .merge(
                        versions(Topics.HATE_REFERRAL, "hate-referral", normaliser, normaliser::normalise),
                        Named.as("with-hate-referrals"))
                .merge(
                        versions(Topics.RETAIL_SUBMISSION, "retail-submission", normaliser, normaliser::normalise),
                        Named.as("with-retail-submissions"));
    }

    private <V extends SpecificRecord> KStream<String, Version> versions(
            Topic<V> topic, String kind, Normaliser normaliser, Function<V, Version> report) {
        return read(topic).process(() -> new Normalise<>(normaliser, report), Named.as(NORMALISE + kind));
    }

    private static void clear(KStream<String, Change> changes) {
        changes.process(Clearing::new, Named.as("clear-refused"))
                .to(
                        Clearing.TOPIC,
                        Produced.with(Serdes.String(), Serdes.ByteArray()).withName("write-intake"));
    }

    private static KStream<String, Incident> incidents(KStream<String, Change> changes) {
        return changes.filter(
                        (id, change) -> change.accepted()
                                && (change.before().isPresent()
                                        || change.after().isPresent()),
                        Named.as("changed-incidents"))
                .mapValues(
                        change -> change.after().map(Standing::incident).orElse(null),
                        Named.as("incident-or-tombstone"));
    }

    private static KStream<String, Signal> signals(KStream<String, Change> changes) {
        KStream<String, Signal> deltas = changes.flatMap(
                        (id, change) -> Deltas.of(change).stream()
                                .map(delta -> KeyValue.pair(delta.series().key(), delta))
                                .toList(),
                        Named.as("deltas"))
                .process(
                        Gathering.stage(
                                "deltas-of-commit", Collectors.collectingAndThen(Collectors.toList(), Batch::new)),
                        Named.as("batches"));
        return changes.process(Ticks.stage(), Named.as("ticks"))
                .merge(deltas, Named.as("ticks-and-deltas"))
                .repartition(Repartitioned.<String, Signal>as("signals")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(SignalSerde.create())
                        .withStreamPartitioner(new SignalPartitioner()));
    }

    private static <V extends SpecificRecord> KStream<String, V> rows(KStream<String, Row<?>> all, Topic<V> topic) {
        return all.filter((key, row) -> row.topic().equals(topic), Named.as("rows-of-" + topic.name()))
                .mapValues(
                        row -> row.value().map(topic.valueType()::cast).orElse(null),
                        Named.as("row-of-" + topic.name()));
    }

    private KStream<String, Feed> feed(KStream<String, Change> changes) {
        KStream<String, Feed> rejected = read(Topics.REJECTED)
                .map(
                        (key, row) -> KeyValue.pair(row.getSource(), FeedEvents.of(row)),
                        Named.as(NORMALISE + "rejected"));
        return changes.filter((id, change) -> change.isNews(), Named.as("news"))
                .map(
                        (id, change) -> KeyValue.pair(change.version().source(), FeedEvents.of(change)),
                        Named.as("feed-events"))
                .merge(rejected, Named.as("with-rejected"))
                .process(Gathering.stage("feed-of-commit", Feed.sum()), Named.as("feed-sums"))
                .repartition(Repartitioned.<String, Feed>as("feed")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(Feed.serde()));
    }

    private <V extends SpecificRecord> KStream<String, V> read(Topic<V> topic) {
        return builder.stream(
                topic.name(),
                Consumed.with(Serdes.String(), serdes.valueSerde(topic)).withName("read-" + topic.name()));
    }

    private <V extends SpecificRecord> void write(KStream<String, V> rows, Topic<V> topic) {
        rows.to(
                topic.name(),
                Produced.with(Serdes.String(), serdes.valueSerde(topic)).withName("write-" + topic.name()));
    }
}
