package org.lamplight.streams.evaluation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.lamplight.areas.AreaBook;
import org.lamplight.schemas.Evaluation;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.schemas.Topics;
import org.lamplight.streams.Live;
import org.lamplight.streams.deltas.Delta;
import org.lamplight.streams.deltas.Signal;
import org.lamplight.streams.deltas.Signal.Batch;
import org.lamplight.streams.deltas.Signal.Tick;
import org.lamplight.streams.outcome.CohortSum;
import org.lamplight.streams.state.Pace;
import org.lamplight.streams.state.SentRows;
import org.lamplight.streams.state.Stage;
import org.lamplight.streams.state.Storage;
import org.lamplight.streams.state.Today;

/**
 * Computes the evaluations of the configuration. The store holds the months of every category and ground, not only what
 * is evaluated now, so an evaluation that is configured tomorrow finds the past.
 */
public final class EvaluationProcessor implements Processor<String, Signal, String, Evaluation> {
    private static final String TALLIES = "evaluation-tallies";
    private static final String SENT = "evaluation-sent";
    private static final List<PeriodKind> MONTH = List.of(PeriodKind.MONTH);

    private final EvaluationRows rows;
    private final Live live;
    private final List<Panel> panels;
    private final Set<Panel> due = new LinkedHashSet<>();
    private ProcessorContext<String, Evaluation> context;
    private KeyValueStore<TallyKey, Tally> tallies;
    private SentRows<String, Evaluation> sentRows;
    private Today today;
    private Pace pace;
    private LocalDate asOf;

    EvaluationProcessor(EvaluationRows rows, Live live) {
        this.rows = rows;
        this.live = live;
        this.panels = live.evaluations().stream().map(Panel::new).toList();
    }

    /**
     * The stage with its stores.
     *
     * @throws IllegalArgumentException if an evaluation names an area that the book does not have
     */
    public static Stage<String, Signal, String, Evaluation> stage(
            AreaBook book, Live live, Storage storage, StoreBuilder<KeyValueStore<String, Long>> today) {
        live.evaluations().forEach(design -> design.checkAreas(book));
        return Stage.of(
                () -> new EvaluationProcessor(new EvaluationRows(book), live),
                storage.cached(TALLIES, TallyKey.serde(), Tally.serde()),
                SentRows.store(storage, SENT, Serdes.String()),
                today);
    }

    @Override
    public void init(ProcessorContext<String, Evaluation> context) {
        this.context = context;
        tallies = context.getStateStore(TALLIES);
        sentRows = new SentRows<>(context.getStateStore(SENT), Topics.EVALUATION);
        today = new Today(live, context.getStateStore(Today.STORE));
        restore();
        pace = Pace.keep(context, live, this::publish);
    }

    private void restore() {
        if (!panels.isEmpty()) {
            try (KeyValueIterator<TallyKey, Tally> all = tallies.all()) {
                all.forEachRemaining(entry -> panels.forEach(panel -> panel.add(entry.key, entry.value)));
            }
        }
    }

    @Override
    public void process(Record<String, Signal> record) {
        if (record.value() instanceof Tick tick) {
            today.advance(tick.day());
        } else if (record.value() instanceof Batch batch) {
            pace.heard(record);
            Map<TallyKey, Tally.Sum> sums = new LinkedHashMap<>();
            batch.deltas().forEach(delta -> add(delta, sums));
            sums.forEach((key, sum) -> count(key, sum.tally()));
        }
    }

    private static void add(Delta delta, Map<TallyKey, Tally.Sum> sums) {
        Function<Period, Tally.Sum> ofMonth = month -> sums.computeIfAbsent(
                new TallyKey(delta.series(), YearMonth.from(month.firstDay()), delta.areas()),
                unseen -> new Tally.Sum());
        Period.holding(PeriodKind.MONTH, delta.firstDay(), delta.lastDay())
                .ifPresent(month -> ofMonth.apply(month).addReports(delta.sign()));
        CohortSum.add(delta, MONTH, month -> ofMonth.apply(month).cohort());
    }

    private void count(TallyKey key, Tally more) {
        Tally before = tallies.get(key);
        Tally after = before == null ? more : before.plus(more);
        tallies.put(key, after.equals(Tally.EMPTY) ? null : after);
        panels.stream().filter(panel -> panel.add(key, more)).forEach(due::add);
    }

    private void publish(long now) {
        today.day().ifPresent(day -> {
            if (asOf == null) {
                takeBackStrangers(now);
            }
            if (!day.equals(asOf)) {
                asOf = day;
                due.addAll(panels);
            }
            due.forEach(panel -> send(
                    EvaluationRows.key(panel.design()), rows.row(panel, asOf).orElse(null), now));
            due.clear();
        });
    }

    /** Rows of evaluations that the configuration does not have any more. */
    private void takeBackStrangers(long now) {
        Set<String> known = new HashSet<>();
        panels.forEach(panel -> known.add(EvaluationRows.key(panel.design())));
        sentRows.keys().stream().filter(key -> !known.contains(key)).forEach(key -> send(key, null, now));
    }

    private void send(String key, Evaluation row, long now) {
        if (sentRows.note(key, row)) {
            context.forward(new Record<>(key, row, now));
        }
    }
}
