package org.lamplight.streams.health;

import java.util.OptionalLong;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.lamplight.schemas.FeedHealth;
import org.lamplight.streams.Live;
import org.lamplight.streams.health.Feed.Count;
import org.lamplight.streams.state.Board;
import org.lamplight.streams.state.Pace;
import org.lamplight.streams.state.Stage;
import org.lamplight.streams.state.Storage;

/** Sums up what each source has sent. */
public final class FeedHealthProcessor implements Processor<String, Feed, String, FeedHealth> {
    private static final String FEEDS = "feeds";
    private static final double MEDIAN = 0.5;
    private static final double HIGH = 0.95;

    private final Live live;
    private Board<String, Feed> feeds;
    private Pace pace;

    FeedHealthProcessor(Live live) {
        this.live = live;
    }

    /** The stage with its stores. */
    public static Stage<String, Feed, String, FeedHealth> stage(Live live, Storage storage) {
        return Stage.of(
                () -> new FeedHealthProcessor(live),
                Board.store(storage, FEEDS, Serdes.String(), Feed.VERSION, Feed::write, Feed::read));
    }

    @Override
    public void init(ProcessorContext<String, FeedHealth> context) {
        feeds = new Board<>(context.getStateStore(FEEDS), Feed.NOTHING);
        pace = Pace.keep(
                context,
                live,
                now -> feeds.publish(
                        (source, before, feed) -> context.forward(new Record<>(source, row(source, feed), now))));
    }

    @Override
    public void process(Record<String, Feed> record) {
        pace.heard(record);
        feeds.update(record.key(), feed -> feed.plus(record.value()));
    }

    private static FeedHealth row(String source, Feed feed) {
        return FeedHealth.newBuilder()
                .setSource(source)
                .setLastOccurredAt(feed.lastOccurredAt().orElse(null))
                .setLastReceivedAt(feed.lastReceivedAt().orElse(null))
                .setAccepted(feed.count(Count.ACCEPTED))
                .setIncidents(feed.count(Count.INCIDENTS))
                .setCorrected(feed.count(Count.CORRECTED))
                .setWithdrawn(feed.count(Count.WITHDRAWN))
                .setSuperseded(feed.count(Count.SUPERSEDED))
                .setRejected(feed.count(Count.REJECTED))
                .setOtherCodes(feed.count(Count.OTHER_CODES))
                .setLate(feed.count(Count.LATE))
                .setLagP50Seconds(orNull(feed.lags().percentile(MEDIAN)))
                .setLagP95Seconds(orNull(feed.lags().percentile(HIGH)))
                .build();
    }

    private static Long orNull(OptionalLong seconds) {
        return seconds.isPresent() ? seconds.getAsLong() : null;
    }
}
