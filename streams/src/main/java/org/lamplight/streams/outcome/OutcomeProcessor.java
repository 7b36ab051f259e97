package org.lamplight.streams.outcome;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.AreaKind;
import org.lamplight.schemas.OutcomeRate;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.streams.Live;
import org.lamplight.streams.deltas.CountKey;
import org.lamplight.streams.deltas.Delta;
import org.lamplight.streams.deltas.Signal;
import org.lamplight.streams.deltas.Signal.Batch;
import org.lamplight.streams.state.Board;
import org.lamplight.streams.state.Pace;
import org.lamplight.streams.state.Stage;
import org.lamplight.streams.state.Storage;

/** Counts outcomes by council and force, month and quarter, for the categories that have outcomes. */
public final class OutcomeProcessor implements Processor<String, Signal, String, OutcomeRate> {
    private static final String COHORTS = "outcome-cohorts";
    private static final List<PeriodKind> PERIODS = List.of(PeriodKind.MONTH, PeriodKind.QUARTER);

    private final AreaBook book;
    private final Live live;
    private Board<CountKey, Cohort> cohorts;
    private Pace pace;

    OutcomeProcessor(AreaBook book, Live live) {
        this.book = book;
        this.live = live;
    }

    /** The stage with its stores. */
    public static Stage<String, Signal, String, OutcomeRate> stage(AreaBook book, Live live, Storage storage) {
        return Stage.of(
                () -> new OutcomeProcessor(book, live),
                Board.store(storage, COHORTS, CountKey.serde(), Cohort.VERSION, Cohort::write, Cohort::read));
    }

    @Override
    public void init(ProcessorContext<String, OutcomeRate> context) {
        cohorts = new Board<>(context.getStateStore(COHORTS), Cohort.EMPTY);
        pace = Pace.keep(
                context,
                live,
                now -> cohorts.publish((key, before, cohort) -> OutcomeRows.changed(key, before, cohort)
                        .forEach((rowKey, row) -> context.forward(new Record<>(rowKey, row.orElse(null), now)))));
    }

    @Override
    public void process(Record<String, Signal> record) {
        if (record.value() instanceof Batch batch) {
            pace.heard(record);
            Map<CountKey, CohortSum> sums = new LinkedHashMap<>();
            batch.deltas().forEach(delta -> add(delta, sums));
            sums.forEach(this::count);
        }
    }

    private void add(Delta delta, Map<CountKey, CohortSum> sums) {
        for (String area : delta.areas()) {
            if (mayHaveOutcomeRates(area)) {
                CohortSum.add(
                        delta,
                        PERIODS,
                        period -> sums.computeIfAbsent(
                                new CountKey(delta.series(), area, period), unseen -> new CohortSum()));
            }
        }
    }

    private void count(CountKey key, CohortSum sum) {
        if (book.area(key.area()).isPresent() || isCounted(key)) {
            cohorts.update(key, before -> before.plus(sum.cohort()));
        }
    }

    /** An area that the book does not know may have been a council of an earlier one. */
    private boolean mayHaveOutcomeRates(String area) {
        return book.area(area)
                .map(known -> known.kind() == AreaKind.COUNCIL || known.kind() == AreaKind.FORCE)
                .orElse(true);
    }

    /** It was a council, from which reports are taken until none is left. */
    private boolean isCounted(CountKey key) {
        return !cohorts.get(key).equals(Cohort.EMPTY);
    }
}
