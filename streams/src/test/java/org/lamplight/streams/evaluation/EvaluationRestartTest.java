package org.lamplight.streams.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.areas.AreaBook;
import org.lamplight.schemas.CohortBasis;
import org.lamplight.schemas.Evaluation;
import org.lamplight.streams.Live;
import org.lamplight.streams.Live.AsOf;
import org.lamplight.streams.deltas.Delta;
import org.lamplight.streams.deltas.Delta.Submission;
import org.lamplight.streams.deltas.Series;
import org.lamplight.streams.deltas.Signal;
import org.lamplight.streams.deltas.Signal.Batch;
import org.lamplight.streams.rules.OutcomeSet;
import org.lamplight.streams.rules.Resolutions;
import org.lamplight.streams.state.Storage;
import org.lamplight.streams.state.Today;

/** A processor is dropped and another one takes over its stores, as after a restart with another configuration. */
class EvaluationRestartTest {
    private static final AreaBook BOOK = AreaBook.northamptonshire();
    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final LocalDate DAY = LocalDate.parse("2026-02-10");
    private static final Design REPORTS = design("reports", new Measure.Reports());

    @TempDir
    File directory;

    private MockProcessorContext<String, Evaluation> context;
    private long now;

    @BeforeEach
    void openStores() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "restart");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        context = new MockProcessorContext<>(properties, new TaskId(0, 0), directory);
        context.setCurrentSystemTimeMs(0);
        EvaluationProcessor.stage(BOOK, live(List.of()), Storage.MEMORY, Today.store(Storage.MEMORY))
                .stores()
                .forEach(this::open);
    }

    @Test
    void shouldSendNothingTwiceAndGoOnCounting() {
        EvaluationProcessor first = start(REPORTS);
        first.process(record(delta(1)));
        publish();
        assertThat(context.forwarded()).hasSize(1);
        context.resetForwards();

        EvaluationProcessor second = start(REPORTS);
        publish();
        assertThat(context.forwarded()).isEmpty();

        second.process(record(delta(1)));
        publish();
        assertThat(context.forwarded())
                .extracting(forward -> ((Evaluation) forward.record().value()).getTreatedAfter())
                .containsExactly(2L);
    }

    @Test
    void shouldFindThePastOfAnEvaluationThatIsConfiguredLater() {
        start().process(record(delta(1)));
        publish();
        assertThat(context.forwarded()).isEmpty();

        start(REPORTS, design("charges", new Measure.Outcomes(OutcomeSet.CHARGE_ONLY, CohortBasis.ASSIGNED)));
        publish();

        assertThat(context.forwarded())
                .extracting(forward -> forward.record().key().toString())
                .containsExactlyInAnyOrder("retail/reports", "retail/charges");
        assertThat(context.forwarded())
                .allSatisfy(forward -> assertThat(((Evaluation) forward.record().value()).getTreatedAfter())
                        .isEqualTo(1));
    }

    @Test
    void shouldTakeBackAnEvaluationThatLeftTheConfiguration() {
        start(REPORTS).process(record(delta(1)));
        publish();
        context.resetForwards();

        start();
        publish();

        assertThat(context.forwarded()).hasSize(1).allSatisfy(forward -> {
            assertThat(forward.record().key()).hasToString("retail/reports");
            assertThat(forward.record().value()).isNull();
        });
    }

    @Test
    void shouldForgetWhatWasTakenBack() {
        EvaluationProcessor processor = start(REPORTS);
        processor.process(record(delta(1)));
        processor.process(record(delta(-1)));

        publish();

        assertThat(context.forwarded()).isEmpty();
        KeyValueStore<TallyKey, Tally> tallies = context.getStateStore("evaluation-tallies");
        assertThat(tallies.approximateNumEntries()).isZero();
    }

    private EvaluationProcessor start(Design... designs) {
        EvaluationProcessor processor = new EvaluationProcessor(new EvaluationRows(BOOK), live(List.of(designs)));
        processor.init(context);
        return processor;
    }

    private void publish() {
        now += 1000;
        var punctuators = context.scheduledPunctuators();
        punctuators.get(punctuators.size() - 1).getPunctuator().punctuate(now);
    }

    private static Design design(String name, Measure measure) {
        return new Design(
                name,
                "retail",
                measure,
                List.of("E06000061"),
                List.of("E06000062"),
                List.of(),
                Months.parse("2026-01..2026-01"),
                Months.parse("2026-02..2026-02"));
    }

    private static Live live(List<Design> designs) {
        Clock clock = Clock.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        Duration often = Duration.ofMillis(1);
        return new Live(AsOf.WALL, clock, often, often, true, Resolutions.DEFAULT, designs);
    }

    private static Delta delta(int sign) {
        return new Delta(
                sign,
                new Series("E23000022", "retail"),
                OptionalLong.empty(),
                List.of("E06000061", "E23000022"),
                DAY,
                DAY,
                Instant.parse("2026-02-11T08:00:00Z"),
                Optional.of(new Submission(DAY, DAY, Optional.of("1"), Optional.of(DAY.plusDays(3)))));
    }

    private static Record<String, Signal> record(Delta delta) {
        return record(new Batch(List.of(delta)));
    }

    private static Record<String, Signal> record(Signal signal) {
        return new Record<>("any", signal, 0);
    }

    private void open(StoreBuilder<?> builder) {
        var store = builder.withLoggingDisabled().withCachingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
    }
}
