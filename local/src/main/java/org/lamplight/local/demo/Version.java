package org.lamplight.local.demo;

import java.time.LocalDateTime;

/**
 * A version of a report on its way to an export.
 *
 * @param at local time at which the source has it
 * @param row the row as the source writes it
 * @param otherCode whether it carries a code that no code list knows
 * @param withdrawal whether it takes the report back
 */
record Version(LocalDateTime at, Fields row, boolean otherCode, boolean withdrawal) {
    Version next(LocalDateTime at, Fields row) {
        return new Version(at, row, otherCode, false);
    }

    Version withdrawn(LocalDateTime at, Fields row) {
        return new Version(at, row, false, true);
    }
}
