package org.lamplight.streams.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedForward;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.AreaKind;
import org.lamplight.areas.Cells;
import org.lamplight.schemas.Hotspot;
import org.lamplight.schemas.Topics;
import org.lamplight.schemas.serde.TopicSerdes;
import org.lamplight.streams.Live;
import org.lamplight.streams.Live.AsOf;
import org.lamplight.streams.arrivals.Delays;
import org.lamplight.streams.deltas.Delta;
import org.lamplight.streams.deltas.Series;
import org.lamplight.streams.deltas.Signal;
import org.lamplight.streams.deltas.Signal.Batch;
import org.lamplight.streams.deltas.Signal.Tick;
import org.lamplight.streams.rules.Resolutions;
import org.lamplight.streams.state.Storage;
import org.lamplight.streams.state.Today;

/** A processor is dropped and another one takes over its stores, as after a restart or a rebalance. */
class SurfaceRestartTest {
    private static final AreaBook BOOK = AreaBook.northamptonshire();
    private static final long CELL = Cells.at(52.2370, -0.8950);
    private static final TopicSerdes SERDES = new TopicSerdes(Map.of("schema.registry.url", "mock://restart"));
    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");

    @TempDir
    File directory;

    private MockProcessorContext<String, Row<?>> context;
    private long now;

    @BeforeEach
    void openStores() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "restart");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        context = new MockProcessorContext<>(properties, new TaskId(0, 0), directory);
        context.setCurrentSystemTimeMs(0);
        SurfaceProcessor.stage(
                        grids(Resolutions.DEFAULT),
                        live(AsOf.WALL, Resolutions.DEFAULT),
                        Storage.MEMORY,
                        SERDES.valueSerde(Topics.ALERT),
                        Delays.store(Storage.MEMORY),
                        Today.store(Storage.MEMORY))
                .stores()
                .forEach(this::open);
    }

    @Test
    void shouldSendNothingTwiceAndGoOnCounting() {
        SurfaceProcessor first = start(AsOf.WALL, Resolutions.DEFAULT);
        first.process(record(delta(1)));
        publish();
        assertThat(context.forwarded()).hasSize(7);
        context.resetForwards();

        SurfaceProcessor second = start(AsOf.WALL, Resolutions.DEFAULT);
        publish();
        assertThat(context.forwarded()).isEmpty();

        second.process(record(delta(1)));
        publish();
        assertThat(context.forwarded())
                .extracting(forward -> hotspot(forward).getDiskCount7())
                .hasSize(7)
                .containsOnly(2L);
    }

    @Test
    void shouldSendWhatWasCountedButNotSentBefore() {
        start(AsOf.WALL, Resolutions.DEFAULT).process(record(delta(1)));

        start(AsOf.WALL, Resolutions.DEFAULT);
        publish();

        assertThat(context.forwarded()).hasSize(7);
    }

    @Test
    void shouldTakeBackWhatVanishedUnsent() {
        SurfaceProcessor first = start(AsOf.WALL, Resolutions.DEFAULT);
        first.process(record(delta(1)));
        publish();
        first.process(record(delta(-1)));
        context.resetForwards();

        start(AsOf.WALL, Resolutions.DEFAULT);
        publish();

        assertThat(context.forwarded())
                .hasSize(7)
                .allSatisfy(
                        forward -> assertThat(forward.record().value().value()).isEmpty());
    }

    @Test
    void shouldRememberTheDataClock() {
        SurfaceProcessor first = start(AsOf.DATA, Resolutions.DEFAULT);
        first.process(record(new Tick(TODAY.minusDays(3))));
        first.process(record(delta(1)));

        SurfaceProcessor second = start(AsOf.DATA, Resolutions.DEFAULT);
        second.process(record(new Tick(TODAY.minusDays(9))));
        publish();

        assertThat(context.forwarded())
                .extracting(forward -> hotspot(forward).getAsOf())
                .hasSize(7)
                .containsOnly(TODAY.minusDays(3));
    }

    @Test
    void shouldRedrawTheSurfaceWhereACategoryHasANewResolution() {
        start(AsOf.WALL, Resolutions.DEFAULT).process(record(delta(1)));
        publish();
        context.resetForwards();

        start(AsOf.WALL, new Resolutions(Map.of("streetsafe", 9)));
        publish();

        assertThat(context.forwarded())
                .filteredOn(forward -> forward.record().value().value().isEmpty())
                .hasSize(7)
                .allSatisfy(forward -> assertThat(resolution(forward)).isEqualTo(8));
        assertThat(context.forwarded())
                .filteredOn(forward -> forward.record().value().value().isPresent())
                .hasSize(7)
                .allSatisfy(forward -> assertThat(resolution(forward)).isEqualTo(9));
    }

    @Test
    void shouldTakeBackTheCellsThatAForceNoLongerHas() {
        start(AsOf.WALL, Resolutions.DEFAULT).process(record(delta(1)));
        publish();
        context.resetForwards();

        // Of the disk's seven cells the force keeps the middle one: all of the force is one disk then.
        long middle = Cells.parent(CELL, 8);
        Area force = new Area("E23000022", "a small force", AreaKind.FORCE, 0, Optional.empty(), OptionalLong.empty());
        Set<Long> fine =
                Arrays.stream(Cells.children(middle, Cells.RESOLUTION)).boxed().collect(Collectors.toSet());
        AreaBook book = AreaBook.of("invented", Map.of(force, fine));
        new SurfaceProcessor(new Grids(book, Resolutions.DEFAULT), live(AsOf.WALL, Resolutions.DEFAULT)).init(context);
        publish();

        assertThat(context.forwarded())
                .filteredOn(forward -> forward.record().value().value().isEmpty())
                .hasSize(6);
        assertThat(context.forwarded())
                .filteredOn(forward -> forward.record().value().value().isPresent())
                .singleElement()
                .satisfies(forward -> {
                    assertThat(hotspot(forward).getCell()).isEqualTo(Cells.name(middle));
                    assertThat(hotspot(forward).getGiZ()).isNull();
                    assertThat(hotspot(forward).getGiP()).isEqualTo(1);
                });
    }

    @Test
    void shouldSendWhatOnlyDriftedOnceInAnInterval() {
        SurfaceProcessor processor = new SurfaceProcessor(
                grids(Resolutions.DEFAULT), live(AsOf.WALL, Duration.ofSeconds(10), Resolutions.DEFAULT));
        processor.init(context);
        // Kettering ranks first, by its cell's id and then by its count, so that no rank changes.
        long kettering = Cells.at(52.4, -0.73);
        processor.process(record(delta(1)));
        processor.process(record(delta(1, kettering)));
        publish();
        context.resetForwards();

        processor.process(record(delta(1, kettering)));
        publish();
        assertThat(context.forwarded())
                .hasSize(7)
                .allSatisfy(
                        forward -> assertThat(hotspot(forward).getDiskCount7()).isEqualTo(2));

        now += 10_000;
        context.resetForwards();
        publish();
        assertThat(context.forwarded())
                .extracting(forward -> CellKey.parse(forward.record().key()).cell())
                .containsExactlyInAnyOrder(
                        Arrays.stream(Cells.disk(Cells.parent(CELL, 8))).boxed().toArray(Long[]::new));

        context.resetForwards();
        publish();
        assertThat(context.forwarded()).isEmpty();
    }

    private static Hotspot hotspot(CapturedForward<? extends String, ? extends Row<?>> forward) {
        return (Hotspot) forward.record().value().value().orElseThrow();
    }

    private static int resolution(CapturedForward<? extends String, ? extends Row<?>> forward) {
        return Cells.resolution(CellKey.parse(forward.record().key()).cell());
    }

    private SurfaceProcessor start(AsOf asOf, Resolutions resolutions) {
        SurfaceProcessor processor = new SurfaceProcessor(grids(resolutions), live(asOf, resolutions));
        processor.init(context);
        return processor;
    }

    private void publish() {
        now += 1000;
        var punctuators = context.scheduledPunctuators();
        punctuators.get(punctuators.size() - 1).getPunctuator().punctuate(now);
    }

    private void open(StoreBuilder<?> builder) {
        var store = builder.withLoggingDisabled().withCachingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
    }

    private static Grids grids(Resolutions resolutions) {
        return new Grids(BOOK, resolutions);
    }

    private static Live live(AsOf asOf, Resolutions resolutions) {
        return live(asOf, Duration.ofMillis(1), resolutions);
    }

    private static Live live(AsOf asOf, Duration drift, Resolutions resolutions) {
        Clock clock = Clock.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return new Live(asOf, clock, Duration.ofMillis(200), drift, true, resolutions);
    }

    private static Delta delta(int sign) {
        return delta(sign, CELL);
    }

    private static Delta delta(int sign, long cell) {
        return new Delta(
                sign,
                new Series("E23000022", "streetsafe"),
                OptionalLong.of(cell),
                List.of("E23000022"),
                TODAY,
                TODAY,
                Instant.parse("2026-03-10T11:00:00Z"),
                Optional.empty());
    }

    private static Record<String, Signal> record(Delta delta) {
        return record(new Batch(List.of(delta)));
    }

    private static Record<String, Signal> record(Signal signal) {
        return new Record<>("any", signal, 0);
    }
}
