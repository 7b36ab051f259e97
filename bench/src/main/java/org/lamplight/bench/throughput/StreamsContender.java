package org.lamplight.bench.throughput;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.lamplight.areas.AreaBook;
import org.lamplight.bench.MadeUpReports;
import org.lamplight.bench.servers.Stopwatch;
import org.lamplight.schemas.Erasure;
import org.lamplight.schemas.serde.TopicSerdes;
import org.lamplight.streams.Live;
import org.lamplight.streams.Live.AsOf;
import org.lamplight.streams.StreamsApp;
import org.lamplight.streams.StreamsSettings;
import org.lamplight.streams.rules.Resolutions;
import org.lamplight.streams.state.Storage;

/** The program of a contender that is made of Kafka Streams: reads the intake topics to their end, and prints what that took. */
final class StreamsContender {
    /** The topology without statistics. */
    static final String COUNTS = "counts";
    /** The whole topology. */
    static final String FULL = "full";
    /** A windowed count, and nothing of ours. */
    static final String WINDOWED = "windowed-count";

    private static final int TRANSACTION_MILLIS = 60_000;

    private final Orders orders;
    private final Map<String, String> registry;

    private StreamsContender(Orders orders) {
        this.orders = orders;
        registry = Map.of("schema.registry.url", orders.registry());
    }

    public static void main(String[] args) throws Exception {
        new StreamsContender(Orders.of(args)).run();
    }

    private void run() throws Exception {
        AreaBook book = AreaBook.northamptonshire();
        TopicSerdes serdes = new TopicSerdes(registry);
        switch (orders.contender()) {
            case COUNTS ->
                run(new StreamsApp(settings(), CellCounts.topology(book, serdes, Storage.DISK, orders.counts())));
            case FULL -> run(new StreamsApp(settings(), book));
            case WINDOWED -> runBare(WindowedCount.topology(serdes, orders.counts()));
            default -> throw new IllegalArgumentException(orders.contender() + " is no contender of Kafka Streams.");
        }
    }

    private void run(StreamsApp app) throws Exception {
        try (app) {
            measure(app::start, () -> app.ended().isDone());
        }
    }

    private void runBare(Topology topology) throws Exception {
        Properties settings = new Properties();
        settings.putAll(kafka());
        settings.put("processing.guarantee", "exactly_once_v2");
        settings.put("state.dir", orders.directory().toString());
        settings.put("producer.transaction.timeout.ms", TRANSACTION_MILLIS);
        try (KafkaStreams streams = new KafkaStreams(topology, settings)) {
            measure(streams::start, () -> streams.state().hasCompletedShutdown() || streams.state() == State.ERROR);
        }
    }

    private void measure(Runnable start, BooleanSupplier ended) throws Exception {
        try (Lag lag = new Lag(orders)) {
            Stopwatch stopwatch = Timing.start();
            start.run();
            Timing.print(lag.awaitNone(() -> stopwatch.took(orders.reports()), ended));
        }
    }

    private Map<String, String> kafka() {
        return new HashMap<>(Map.of(
                "bootstrap.servers",
                orders.bootstrapServers(),
                "application.id",
                orders.id(),
                "auto.offset.reset",
                "earliest",
                "num.stream.threads",
                Integer.toString(Orders.THREADS),
                "commit.interval.ms",
                Long.toString(orders.commit().toMillis())));
    }

    /** Those of production; today is the day after the last report, on a clock that runs, for by it work is paced. */
    private StreamsSettings settings() {
        Instant noon = LocalDate.ofEpochDay(MadeUpReports.LAST_DAY + 1)
                .atTime(LocalTime.NOON)
                .toInstant(ZoneOffset.UTC);
        Clock today = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), noon));
        Live live =
                new Live(AsOf.WALL, today, Duration.ofMillis(100), Duration.ofSeconds(60), true, Resolutions.DEFAULT);
        return new StreamsSettings(
                orders.directory(), StreamsSettings.STATE_MEMORY, live, Erasure.DEFAULT, registry, kafka());
    }
}
