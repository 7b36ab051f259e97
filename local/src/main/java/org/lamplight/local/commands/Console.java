package org.lamplight.local.commands;

import java.io.PrintWriter;
import java.time.Clock;

/**
 * Where a command's output goes.
 *
 * @param out what was asked for
 * @param err progress and failures
 * @param terminal whether a person watches, so that lines can be drawn over
 * @param clock what time it is
 */
public record Console(PrintWriter out, PrintWriter err, boolean terminal, Clock clock) {
    /** The same, but everything goes where failures do, so that the output holds only what programs read. */
    Console aside() {
        return new Console(err, err, false, clock);
    }
}
