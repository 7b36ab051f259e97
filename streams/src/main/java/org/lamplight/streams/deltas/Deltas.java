package org.lamplight.streams.deltas;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.lamplight.areas.Cells;
import org.lamplight.schemas.Incident;
import org.lamplight.schemas.ReportKind;
import org.lamplight.streams.deltas.Delta.Submission;
import org.lamplight.streams.register.Change;
import org.lamplight.streams.register.Change.Verdict;
import org.lamplight.streams.register.Entry.Standing;
import org.lamplight.streams.rules.Calendar;

/**
 * A change takes the report as it stood out of every count it was in, and puts the report as it now stands in. What
 * expired stays counted.
 */
public final class Deltas {
    private Deltas() {}

    /** The deltas of a change, minus before plus; what cancels is left out. */
    public static List<Delta> of(Change change) {
        if (change.verdict() == Verdict.EXPIRED) {
            return List.of();
        }
        List<Delta> minus = change.before().map(Deltas::plus).orElse(List.of());
        List<Delta> plus = new ArrayList<>(change.after().map(Deltas::plus).orElse(List.of()));
        List<Delta> deltas = new ArrayList<>();
        for (Delta delta : minus) {
            if (!plus.remove(delta)) {
                deltas.add(delta.negated());
            }
        }
        deltas.addAll(plus);
        return deltas;
    }

    private static List<Delta> plus(Standing standing) {
        Incident incident = standing.incident();
        OptionalLong cell =
                incident.getCell() == null ? OptionalLong.empty() : OptionalLong.of(Cells.parse(incident.getCell()));
        return incident.getCategories().stream()
                .map(category -> new Delta(
                        1,
                        new Series(incident.getForce(), category),
                        cell,
                        incident.getAreas(),
                        incident.getFirstDay(),
                        incident.getLastDay(),
                        standing.firstReceivedAt(),
                        submission(incident)))
                .toList();
    }

    private static Optional<Submission> submission(Incident incident) {
        if (incident.getKind() != ReportKind.RETAIL_SUBMISSION) {
            return Optional.empty();
        }
        LocalDate reported = incident.getReportedAt() == null ? null : Calendar.day(incident.getReportedAt());
        return Optional.of(new Submission(
                reported == null ? incident.getFirstDay() : reported,
                reported == null ? incident.getLastDay() : reported,
                Optional.ofNullable(incident.getOutcomeType()),
                Optional.ofNullable(incident.getOutcomeOn())));
    }
}
