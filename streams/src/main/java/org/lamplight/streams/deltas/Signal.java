package org.lamplight.streams.deltas;

import java.time.LocalDate;
import java.util.List;

/** What the processors of a category are told. */
public sealed interface Signal permits Signal.Batch, Signal.Tick {
    /**
     * What became more or less, in this order.
     *
     * @param deltas deltas of one series, at least one
     */
    record Batch(List<Delta> deltas) implements Signal {
        public Batch {
            deltas = List.copyOf(deltas);
        }

        /** The series that they are of. */
        public Series series() {
            return deltas.get(0).series();
        }
    }

    /**
     * A version received on this day was accepted: the data clock is at least there. Goes to every partition.
     *
     * @param day local date of the receipt
     */
    record Tick(LocalDate day) implements Signal {}
}
