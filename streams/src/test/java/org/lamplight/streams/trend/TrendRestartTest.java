package org.lamplight.streams.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.streams.trend.Town.COUNCIL;
import static org.lamplight.streams.trend.Town.FORCE;

import java.io.File;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.schemas.Trend;
import org.lamplight.streams.Live;
import org.lamplight.streams.Live.AsOf;
import org.lamplight.streams.arrivals.Delays;
import org.lamplight.streams.deltas.Delta;
import org.lamplight.streams.deltas.Series;
import org.lamplight.streams.deltas.Signal;
import org.lamplight.streams.deltas.Signal.Batch;
import org.lamplight.streams.deltas.Signal.Tick;
import org.lamplight.streams.rules.Calendar;
import org.lamplight.streams.rules.Resolutions;
import org.lamplight.streams.state.Storage;
import org.lamplight.streams.state.Today;
import org.threeten.extra.MutableClock;

/** When rows are sent: what changed at once, what drifted later, and nothing twice, also across restarts. */
class TrendRestartTest {
    private static final LocalDate SUNDAY = LocalDate.parse("2026-03-15");
    private static final LocalTime NOON = LocalTime.of(12, 0);

    @TempDir
    File directory;

    private final MutableClock clock =
            MutableClock.of(SUNDAY.atTime(NOON).atZone(Calendar.LONDON).toInstant(), ZoneOffset.UTC);
    private MockProcessorContext<String, Trend> context;

    @BeforeEach
    void openStores() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "restart");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        context = new MockProcessorContext<>(properties, new TaskId(0, 0), directory);
        context.setCurrentSystemTimeMs(0);
        TrendProcessor.stage(
                        Town.book("a", "b"),
                        live(AsOf.WALL),
                        Storage.MEMORY,
                        Delays.store(Storage.MEMORY),
                        Today.store(Storage.MEMORY))
                .stores()
                .forEach(this::open);
    }

    @Test
    void shouldSendNothingTwiceAndGoOnCounting() {
        TrendProcessor first = start("a", "b");
        first.process(record(delta(1, "a", SUNDAY)));
        assertThat(published(1)).hasSize(3 * 3);

        TrendProcessor second = start("a", "b");
        assertThat(published(1)).isEmpty();

        second.process(record(delta(1, "a", SUNDAY)));
        assertThat(published(1).values())
                .hasSize(3 * 3)
                .allSatisfy(row -> assertThat(row.orElseThrow().getObserved()).isEqualTo(2));
    }

    @Test
    void shouldSendWhatWasCountedButNotSentBefore() {
        start("a", "b").process(record(delta(1, "a", SUNDAY)));

        start("a", "b");

        assertThat(published(1)).hasSize(3 * 3);
    }

    @Test
    void shouldTakeBackWhatVanishedUnsent() {
        TrendProcessor first = start("a", "b");
        first.process(record(delta(1, "a", SUNDAY)));
        published(1);
        first.process(record(delta(-1, "a", SUNDAY)));

        start("a", "b");

        assertThat(published(1).values())
                .hasSize(3 * 3)
                .allSatisfy(row -> assertThat(row).isEmpty());
    }

    @Test
    void shouldTakeBackTheRowsOfAreasThatAreGone() {
        start("a", "b").process(record(delta(1, "a", SUNDAY)));
        published(1);

        start("b", "c");

        assertThat(published(1))
                .containsOnlyKeys(
                        "a/streetsafe/WEEK/2026-03-09",
                        "a/streetsafe/MONTH/2026-03-01",
                        "a/streetsafe/QUARTER/2026-01-01")
                .allSatisfy((key, row) -> assertThat(row).isEmpty());
    }

    @Test
    void shouldSendWhatCountsChangeAtOnceAndDriftOnceAMinute() {
        TrendProcessor processor = start("a", "b");
        for (int back = 0; back < 30; back++) {
            processor.process(record(delta(1, "a", SUNDAY.minusWeeks(back))));
            processor.process(record(delta(1, "b", SUNDAY.minusWeeks(back))));
        }
        published(1);

        processor.process(record(delta(1, "a", SUNDAY.minusWeeks(9))));

        assertThat(published(0)).hasSize(3 * 3);
        processor.process(record(delta(1, "a", SUNDAY.minusWeeks(9))));
        assertThat(published(0)).hasSize(3 * 3);
        // The other wards' expectations follow the mean of the level, and the weeks after it the week.
        assertThat(published(60).keySet())
                .contains("b/streetsafe/WEEK/2026-03-02", "a/streetsafe/WEEK/2026-02-16")
                .allSatisfy(key -> assertThat(key).contains("/WEEK/"));
        assertThat(published(60)).isEmpty();
    }

    @Test
    void shouldSayAgainWhatHoldsAgainAfterBriefChanges() {
        TrendProcessor processor = start("a", "b");
        for (int back = 0; back < 30; back++) {
            processor.process(record(delta(1, "a", SUNDAY.minusWeeks(back))));
        }
        Map<String, Optional<Trend>> before = published(1);
        before.putAll(published(60));
        Map<String, Optional<Trend>> after = new TreeMap<>(before);

        processor.process(record(delta(1, "a", SUNDAY.minusWeeks(5))));
        after.putAll(published(1));
        processor.process(record(delta(-1, "a", SUNDAY.minusWeeks(5))));
        processor.process(record(delta(1, "a", SUNDAY.minusWeeks(9))));
        after.putAll(published(1));
        processor.process(record(delta(-1, "a", SUNDAY.minusWeeks(9))));
        after.putAll(published(1));
        after.putAll(published(60));

        assertThat(after).isEqualTo(before);
    }

    @Test
    void shouldShowANewDayAtMidnight() {
        TrendProcessor processor = start("a", "b");
        processor.process(record(delta(1, "a", SUNDAY)));
        published(1);

        Map<String, Optional<Trend>> rows = published(12 * 60 * 60);

        assertThat(rows)
                .hasSize(2 * 3)
                .containsKeys(FORCE + "/streetsafe/WEEK/2026-03-09", COUNCIL + "/streetsafe/WEEK/2026-03-16");
        assertThat(rows.values())
                .allSatisfy(row -> assertThat(row.orElseThrow().getAsOf()).isEqualTo(SUNDAY.plusDays(1)));
    }

    @Test
    void shouldNotSendEveryRowForEveryDayOfAnArchive() {
        TrendProcessor processor = start(AsOf.DATA, "a", "b");
        processor.process(record(new Tick(SUNDAY.minusDays(6))));
        processor.process(record(delta(1, "a", SUNDAY.minusWeeks(2))));
        assertThat(published(1)).hasSize(3 * 3 + 2 * 3);

        for (int daysBack = 5; daysBack >= 3; daysBack--) {
            processor.process(record(new Tick(SUNDAY.minusDays(daysBack))));
            published(1);
        }
        processor.process(record(new Tick(SUNDAY.minusDays(3))));

        assertThat(published(1)).isEmpty();
        assertThat(published(60).values())
                .hasSize(3 * 3)
                .allSatisfy(row -> assertThat(row.orElseThrow().getAsOf()).isEqualTo(SUNDAY.minusDays(3)));
    }

    @Test
    void shouldLeaveOnlyTheCountOfAWeekThatIsAYearOld() {
        TrendProcessor processor = start("a", "b");
        processor.process(record(delta(1, "a", SUNDAY)));
        processor.process(record(delta(1, "a", SUNDAY.minusWeeks(52))));
        processor.process(record(delta(1, "b", SUNDAY.minusWeeks(20))));
        published(1);

        Map<String, Optional<Trend>> rows = published(12 * 60 * 60);

        Trend counted = rows.get("a/streetsafe/WEEK/2025-03-10").orElseThrow();
        assertThat(counted.getObserved()).isEqualTo(1);
        assertThat(counted.getAsOf()).isNull();
        assertThat(counted.getRateHigh()).isNotNull();
        assertThat(rows.get("b/streetsafe/WEEK/2025-03-10")).isEmpty();
    }

    private TrendProcessor start(String... wards) {
        return start(AsOf.WALL, wards);
    }

    private TrendProcessor start(AsOf asOf, String... wards) {
        TrendProcessor processor = new TrendProcessor(Town.book(wards), live(asOf));
        processor.init(context);
        return processor;
    }

    /** What is sent when so many seconds have gone by, by key; empty for a row taken back. */
    private Map<String, Optional<Trend>> published(long seconds) {
        clock.add(Duration.ofSeconds(seconds));
        var punctuators = context.scheduledPunctuators();
        punctuators
                .get(punctuators.size() - 1)
                .getPunctuator()
                .punctuate(clock.instant().toEpochMilli());
        Map<String, Optional<Trend>> rows = new TreeMap<>();
        context.forwarded()
                .forEach(forward -> assertThat(rows.put(
                                forward.record().key(),
                                Optional.ofNullable(forward.record().value())))
                        .as("sent once at a time")
                        .isNull());
        context.resetForwards();
        return rows;
    }

    private void open(StoreBuilder<?> builder) {
        var store = builder.withLoggingDisabled().withCachingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
    }

    private Live live(AsOf asOf) {
        return new Live(asOf, clock, Duration.ofMillis(200), Duration.ofSeconds(60), false, Resolutions.DEFAULT);
    }

    private static Delta delta(int sign, String ward, LocalDate day) {
        return new Delta(
                sign,
                new Series(FORCE, "streetsafe"),
                OptionalLong.empty(),
                List.of(ward, COUNCIL, FORCE),
                day,
                day,
                day.atTime(NOON).toInstant(ZoneOffset.UTC),
                Optional.empty());
    }

    private static Record<String, Signal> record(Delta delta) {
        return record(new Batch(List.of(delta)));
    }

    private static Record<String, Signal> record(Signal signal) {
        return new Record<>("any", signal, 0);
    }
}
