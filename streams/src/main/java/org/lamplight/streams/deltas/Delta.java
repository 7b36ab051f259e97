package org.lamplight.streams.deltas;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One incident more, or one less, in one category.
 *
 * @param sign 1 or -1
 * @param series force and category
 * @param cell its cell, resolution 10; empty where the place may not be kept
 * @param areas codes of the areas it lies in
 * @param firstDay local date on which it began
 * @param lastDay local date on which it ended
 * @param firstReceivedAt when its first version was received
 * @param submission what outcome rates need; empty for incidents that have no outcome by their kind
 */
public record Delta(
        int sign,
        Series series,
        OptionalLong cell,
        List<String> areas,
        LocalDate firstDay,
        LocalDate lastDay,
        Instant firstReceivedAt,
        Optional<Submission> submission) {

    /**
     * When an incident was recorded and what came of it.
     *
     * @param recordedFrom first local date on which it may have been recorded
     * @param recordedTo last such date; the same where the date is known
     * @param outcomeType Home Office outcome type; empty while there is none
     * @param outcomeOn local date on which the outcome was assigned, where known
     */
    public record Submission(
            LocalDate recordedFrom,
            LocalDate recordedTo,
            Optional<String> outcomeType,
            Optional<LocalDate> outcomeOn) {}

    Delta negated() {
        return new Delta(-sign, series, cell, areas, firstDay, lastDay, firstReceivedAt, submission);
    }
}
