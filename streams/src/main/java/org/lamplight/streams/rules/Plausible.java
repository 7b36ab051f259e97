package org.lamplight.streams.rules;

import java.time.Duration;
import org.lamplight.schemas.Report;

/** A report that stands says when it happened, which is not after it was received, and in which cell. */
public final class Plausible {
    /** How far a source's clock may run ahead of ours. */
    public static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private Plausible() {}

    /**
     * Refuses a report that no connector of ours writes; the message holds nothing of it.
     *
     * @throws BrokenReportException if the report breaks the rule
     */
    public static void check(Report report) {
        if (report.getOccurredFrom() == null || report.getOccurredTo() == null) {
            throw new BrokenReportException("occurredFrom and occurredTo are missing; only a withdrawal may omit them");
        }
        if (report.getOccurredTo().isBefore(report.getOccurredFrom())) {
            throw new BrokenReportException("occurredTo is before occurredFrom");
        }
        if (report.getOccurredFrom().isAfter(report.getReceivedAt().plus(CLOCK_SKEW))) {
            throw new BrokenReportException("occurredFrom is after receivedAt");
        }
        if (report.getCell() == null) {
            throw new BrokenReportException("cell is missing; only a withdrawal may omit it");
        }
    }
}
