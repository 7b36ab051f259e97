package org.lamplight.bench.throughput;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;
import org.lamplight.schemas.serde.TopicSerdes;
import org.lamplight.streams.SafetyTopology;
import org.lamplight.streams.deltas.Delta;
import org.lamplight.streams.deltas.Series;
import org.lamplight.streams.deltas.Signal;
import org.lamplight.streams.deltas.Signal.Batch;
import org.lamplight.streams.state.Stage;
import org.lamplight.streams.state.Storage;
import org.lamplight.streams.surface.DayCounts;
import org.lamplight.streams.surface.Histories;

/**
 * Our topology without its statistics: the register, and the histories of cells, of which it tells each count that changed.
 * Incidents of more than a day are not told of; made-up ones take one.
 */
final class CellCounts implements Processor<String, Signal, String, Long> {
    private ProcessorContext<String, Long> context;
    private Histories histories;

    private CellCounts() {}

    static Topology topology(AreaBook book, TopicSerdes serdes, Storage storage, String counts) {
        StreamsBuilder builder = new StreamsBuilder();
        SafetyTopology.signals(book, serdes, storage, builder)
                .process(Stage.of(CellCounts::new, Histories.store(storage)), Named.as("cell-counts"))
                .to(counts, Produced.with(Serdes.String(), Serdes.Long()).withName("write-counts"));
        return builder.build();
    }

    @Override
    public void init(ProcessorContext<String, Long> context) {
        this.context = context;
        histories = new Histories(context.getStateStore(Histories.STORE));
    }

    @Override
    public void process(Record<String, Signal> record) {
        if (record.value() instanceof Batch batch) {
            Map<LocalDate, DayCounts> changed = histories.add(batch);
            batch.deltas().stream()
                    .filter(delta -> delta.cell().isPresent())
                    .collect(Collectors.groupingBy(
                            Delta::firstDay,
                            Collectors.mapping(delta -> delta.cell().getAsLong(), Collectors.toSet())))
                    .forEach((day, cells) ->
                            cells.forEach(cell -> tell(record, batch.series(), day, cell, changed.get(day))));
        }
    }

    private void tell(Record<String, Signal> record, Series series, LocalDate day, long cell, DayCounts counts) {
        String place = Counting.place(series.category(), Cells.name(cell));
        context.forward(record.withKey(Counting.key(place, day.toEpochDay())).withValue((long) counts.within(cell)));
    }
}
