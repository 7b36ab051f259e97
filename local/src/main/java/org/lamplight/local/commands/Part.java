package org.lamplight.local.commands;

import java.util.OptionalInt;
import org.lamplight.monitoring.Health;

/** A part of Lamplight that runs by itself in this process. */
interface Part extends AutoCloseable {
    /** A sentence that says what runs, and where. */
    String says();

    /** How it is. */
    Health health();

    /** The exit code, once it has ended by itself. */
    OptionalInt ended();

    @Override
    void close();
}
