package org.lamplight.streams.deltas;

import java.time.LocalDate;

/** What the processors of a category are told. */
public sealed interface Signal permits Delta, Signal.Tick {
    /**
     * A version received on this day was accepted: the data clock is at least there. Goes to every partition.
     *
     * @param day local date of the receipt
     */
    record Tick(LocalDate day) implements Signal {}
}
