package org.lamplight.streams;

import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.lamplight.schemas.Removal;
import org.lamplight.streams.rules.Normaliser;
import org.lamplight.streams.rules.Version;

/** Makes a version of what an intake topic holds: of a report by the rules of its kind, of a tombstone a removal. */
final class Normalise<V> implements Processor<String, V, String, Version> {
    private final Normaliser normaliser;
    private final Function<V, Version> report;
    private ProcessorContext<String, Version> context;

    Normalise(Normaliser normaliser, Function<V, Version> report) {
        this.normaliser = normaliser;
        this.report = report;
    }

    @Override
    public void init(ProcessorContext<String, Version> context) {
        this.context = context;
    }

    @Override
    public void process(Record<String, V> record) {
        if (record.value() != null) {
            forward(record, report.apply(record.value()));
            return;
        }
        Removal removal = Removal.readFrom(record.headers());
        if (removal != Removal.CLEARED) {
            Instant at = Instant.ofEpochMilli(record.timestamp());
            forward(record, normaliser.removal(record.key(), at, removal));
        }
    }

    /** Where a report came from stays on its intake topic: nothing after it reads that. */
    private void forward(Record<String, V> from, Version version) {
        context.forward(new Record<>(from.key(), version, from.timestamp()));
    }
}
