package org.lamplight.streams.deltas;

import java.time.LocalDate;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.lamplight.streams.deltas.Signal.Tick;
import org.lamplight.streams.register.Change;
import org.lamplight.streams.rules.Calendar;
import org.lamplight.streams.state.Stage;

/**
 * Tells every partition when the latest receipt of an accepted version reaches a new day. Forgetting that day in a
 * restart repeats a tick, which changes nothing.
 */
public final class Ticks implements Processor<String, Change, String, Signal> {
    /** Key of every tick; no series has it. */
    public static final String KEY = "tick";

    private ProcessorContext<String, Signal> context;
    private LocalDate latest = LocalDate.MIN;

    Ticks() {}

    /** The stage, which keeps nothing. */
    public static Stage<String, Change, String, Signal> stage() {
        return Stage.of(Ticks::new);
    }

    @Override
    public void init(ProcessorContext<String, Signal> context) {
        this.context = context;
    }

    @Override
    public void process(Record<String, Change> record) {
        Change change = record.value();
        LocalDate day = Calendar.day(change.version().receivedAt());
        if (change.accepted() && change.version().removal().isEmpty() && day.isAfter(latest)) {
            latest = day;
            context.forward(record.withKey(KEY).withValue(new Tick(day)));
        }
    }
}
